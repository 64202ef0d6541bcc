//! The wire types: what a page looks like once every record that it places has been
//! looked up. The publisher draws these as HTML; the browser reads the same from a
//! bundle and draws them with the same components.
//!
//! There are no numbers on the wire: without them the JSON reader's floating-point
//! code is not linked into the browser build.

mod block;
mod bundle;
mod contact;
mod document;
mod inline;
mod page;
mod picture;
mod release;
mod review;
mod shell;

pub use block::{Block, Card, Definition, HeadingLevel, List, Note, NoteKind, Table};
pub use bundle::{BUNDLE_FORMAT, Bundle};
pub use contact::{ContactGroup, ContactLine, Phone};
pub use document::{DocumentCard, DocumentState};
pub use inline::{Inline, Target, plain_text};
pub use page::{Link, Menu, Page};
pub use picture::Picture;
pub use release::{BundleEntry, RELEASE_FORMAT, Release};
pub use review::Review;
pub use shell::{HelpLine, Shell};
