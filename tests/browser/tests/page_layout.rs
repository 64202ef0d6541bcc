//! The layout around every page: help, the menu, the exit link, the choice of colours; and pages in print.

mod colours;
mod exit;
mod help;
mod home;
mod menu;
mod print;
