//! What stands around every page: help, the way out, the choice of colours; and what is left
//! of it on paper.

mod arrival;
mod colours;
mod exit;
mod help;
mod home;
mod print;
