//! The wire types: what a page looks like once every record that it places has been
//! looked up. The publisher draws these as HTML; the browser reads the same from a
//! bundle and draws them with the same components.
//!
//! There are no numbers on the wire: without them no floating-point code is linked into the
//! browser build. There serde is not either ([`Read`]).
//!
//! A block of a page as a bundle has it, with the feature `serde`:
//!
#![cfg_attr(feature = "serde", doc = "```")]
#![cfg_attr(not(feature = "serde"), doc = "```ignore")]
//! use lscb_wire::{Block, Inline};
//!
//! let block: Block = serde_json::from_str(r#"{"paragraph":[{"text":"Report a concern."}]}"#)?;
//! assert_eq!(block, Block::Paragraph(vec![Inline::Text("Report a concern.".into())]));
//! # Ok::<(), serde_json::Error>(())
//! ```

mod block;
mod bundle;
mod contact;
mod document;
mod inline;
mod manifest;
mod page;
mod picture;
mod read;
mod release;
mod review;
mod shell;

pub use block::{
    Alignment, Block, Card, Definition, Details, Footnote, HeadingLevel, IndexEntry, IndexSection,
    List, Note, NoteKind, Passage, Table,
};
pub use bundle::{BUNDLE_FORMAT, Bundle};
pub use contact::{ContactGroup, ContactLine, Phone};
pub use document::{DocumentCard, DocumentState};
pub use inline::{Inline, InlinePassage, Target, plain_text};
pub use manifest::{InlineDigests, KeptEntry, MANIFEST_FORMAT, Manifest, Moved};
pub use page::{Link, Menu, Page};
pub use picture::Picture;
pub use read::{Read, Value};
pub use release::{BundleEntry, FileEntry, INDEX_FOLDER, RELEASE_FORMAT, Release};
pub use review::Review;
pub use shell::{HELP_TITLE, HelpLine, Shell};
