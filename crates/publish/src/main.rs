//! `lscb`: the publisher's command line.

fn main() {}
