//! Records: the facts of the site, each written once, in a file for each kind.

mod address;
mod body;
mod check;
mod contact_point;
mod correction;
mod document;
mod image;
mod kinds;
mod known_issue;
mod milestone;
mod person;
mod post;
mod review;
mod settings;
mod synonym;
mod table;
mod term;

pub use self::{
    address::Address,
    body::{Body, BodyKind},
    check::Check,
    contact_point::{ContactKind, ContactPoint, OnlineAddress},
    correction::Correction,
    document::{Document, DocumentType},
    image::Image,
    kinds::Records,
    known_issue::KnownIssue,
    milestone::Milestone,
    person::Person,
    post::Post,
    review::{Review, ReviewAttachment, ReviewKind, ReviewRole, ReviewStatus},
    settings::{Area, HelpNumber, Legacy, OwnNumber, Partner, Settings, Successor},
    synonym::Synonym,
    table::RecordTable,
    term::Term,
};
pub(crate) use self::{
    kinds::{Kind, RecordVisitor},
    review::ReviewFacts,
    table::Record,
};
