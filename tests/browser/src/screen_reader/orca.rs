use std::fs;
use std::path::PathBuf;

use super::desktop::{Desktop, INSTALL_HELP, await_that};
use crate::engine::process::{Process, Program, installed};

/// Orca reads this before it starts. It is given no voice, on which it would wait for ever
/// where there is no sound; its log of what it says goes to a file, line by line.
const CUSTOMIZATION: &str = "
import logging, os, sys
sys.modules['speechd'] = None
logging.getLogger('speech').addHandler(logging.FileHandler(os.environ['LSCB_SAID']))
";

/// The running screen reader.
pub(super) struct Orca {
    said: PathBuf,
    _process: Process,
}

impl Orca {
    pub(super) async fn start(desktop: &Desktop) -> Self {
        let folder = desktop.home().join("orca");
        fs::create_dir_all(&folder).expect("a folder for settings");
        fs::write(folder.join("orca-customizations.py"), CUSTOMIZATION).expect("settings");
        let said = desktop.home().join("said");
        fs::write(&said, "").expect("an empty log");
        let process = Program::new(installed(&["orca"], INSTALL_HELP))
            .args(["--user-prefs".as_ref(), folder.as_os_str()])
            .envs(desktop.variables())
            .env("LSCB_SAID", &said)
            .start();
        let orca = Self {
            said,
            _process: process,
        };
        // It greets once it listens.
        await_that("word from Orca", || !orca.said().is_empty()).await;
        orca
    }

    /// Everything that was said so far, in order.
    pub(super) fn said(&self) -> Vec<String> {
        let log = fs::read_to_string(&self.said).expect("what was said");
        // The last line may be in the making.
        let lines = log
            .split_inclusive('\n')
            .filter(|line| line.ends_with('\n'));
        let words = lines.filter_map(words_of);
        words.collect()
    }
}

/// What a line of the log says: `SPEECH OUTPUT: 'About us link.' voice=default`, and of a key
/// `SPEECH OUTPUT: 'tab ' {'established': False}`.
fn words_of(line: &str) -> Option<String> {
    let (_, rest) = line.split_once("SPEECH OUTPUT: '")?;
    let words = rest.split_once("' {").or_else(|| rest.rsplit_once('\''));
    Some(words?.0.to_owned())
}
