//! Ports of this machine, each for one server or driver.

use std::net::TcpListener;
use std::sync::atomic::{AtomicU16, Ordering};

/// A port that is free and that nobody else in this process was or will be given: a browser that
/// has visited one server would show what it kept of that in place of the next one's answers. It
/// lies below those that systems hand out by themselves (from 32,768 on Linux), so that no other
/// program takes it meanwhile, and among none that browsers refuse.
///
/// # Panics
/// If there is none.
pub fn free() -> u16 {
    const FIRST: u16 = 11_000;
    const COUNT: u16 = 21_000;
    static GIVEN: AtomicU16 = AtomicU16::new(0);
    // Two processes at once begin at different places.
    let start = u16::try_from(std::process::id() % u32::from(COUNT)).unwrap_or_default();
    loop {
        let given = GIVEN.fetch_add(1, Ordering::Relaxed);
        assert!(given < COUNT, "every port has been given");
        let port = FIRST + (start + given) % COUNT;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}
