//! Accessibility and HTML checkers of third parties, and how they are run on a page.
//!
//! Each of them reports [`Finding`]s; no findings is the only result that passes. They are
//! installed into `LSCB_TOOLS` at fixed versions by `cargo xtask`.

mod axe;
mod equal_access;
mod finding;
mod lighthouse;
mod nu;
mod package;
mod spoken;
mod view;

pub use axe::{axe, axe_rules, axe_source, try_axe};
pub use equal_access::equal_access;
pub use finding::Finding;
pub use lighthouse::lighthouse;
pub use nu::nu;
pub(crate) use package::tool;
pub use spoken::role_and_name;
pub use view::View;
