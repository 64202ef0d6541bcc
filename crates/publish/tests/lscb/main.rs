//! `lscb` as a person runs it: what it says, its exit code, and what it leaves alone.

mod command;
mod command_line;
mod intranet;
mod middlebox;
mod releases;
mod searching;
mod signing;
mod verifying;
