//! The page on which a partner chooses what to show: the form, its preview, and what the copied
//! snippet does on a page of somebody else's.

mod choosing;
mod pasting;
mod support;
mod without;
