//! Xvfb, a display in memory, for engines that need one.

use std::io::{BufRead, BufReader};

use super::process::{Process, Program, installed};

/// Starts a screen of that size and names the display it took (`:1`).
pub(crate) fn start(width: u32, height: u32) -> (Process, String) {
    let program = installed(&["Xvfb"], "apt-get install xvfb");
    let size = format!("{width}x{height}x24");
    let args = [
        "-displayfd",
        "1",
        "-screen",
        "0",
        size.as_str(),
        "-nolisten",
        "tcp",
    ];
    let (process, output) = Program::new(program).args(args).start_and_listen();
    let mut number = String::new();
    BufReader::new(output)
        .read_line(&mut number)
        .expect("Xvfb names its display");
    (process, format!(":{}", number.trim()))
}
