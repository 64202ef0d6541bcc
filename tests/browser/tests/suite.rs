//! Every scenario of the suite, in one program: its browsers pass from one topic to the next.

mod accessibility;
mod arriving;
mod bench;
mod budgets;
mod builder;
mod embedding;
mod export;
mod frames;
mod half_understood;
mod harness;
mod hostile;
mod layout;
mod naughty;
mod offline;
mod old_browsers;
mod overlay;
mod page_layout;
mod policy;
mod prefetch;
mod release;
mod relocatable;
mod routing;
mod screen_reader;
mod search;
mod takeover;
