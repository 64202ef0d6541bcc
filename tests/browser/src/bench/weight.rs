//! Sizes of files as they are transferred.

use std::io::Write;
use std::ops::AddAssign;

use super::table::Cell;
use crate::dist::Dist;

/// Sizes in bytes. Both compressions at their best, as the publisher does it.
#[derive(Clone, Copy, Default)]
pub(crate) struct Weight {
    pub(crate) raw: usize,
    pub(crate) gzip: usize,
    pub(crate) brotli: usize,
}

impl Weight {
    /// The weight of `bytes` as one file.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self {
            raw: bytes.len(),
            gzip: gzip(bytes).len(),
            brotli: brotli(bytes).len(),
        }
    }

    /// The weight of a file of `site`, by its compressed copies where it has them.
    ///
    /// # Panics
    /// If there is no such file.
    pub(crate) fn of_file(site: &Dist, path: &str) -> Self {
        let bytes = site.file(path).expect("a file");
        let copy = |extension: &str| site.file(&format!("{path}.{extension}")).map(<[u8]>::len);
        Self {
            raw: bytes.len(),
            gzip: copy("gz").unwrap_or_else(|| gzip(bytes).len()),
            brotli: copy("br").unwrap_or_else(|| brotli(bytes).len()),
        }
    }

    /// As cells: raw, gzip, brotli.
    pub(crate) fn cells(self) -> [Cell; 3] {
        [self.raw.into(), self.gzip.into(), self.brotli.into()]
    }
}

impl AddAssign for Weight {
    fn add_assign(&mut self, other: Self) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }
}

/// Gzip at its best level, as hosts send a file that was compressed ahead.
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes).expect("memory");
    writer.finish().expect("memory")
}

/// Brotli at quality 11, as hosts send a file that was compressed ahead.
pub(crate) fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 4096, 11, 22);
    writer.write_all(bytes).expect("memory");
    drop(writer);
    out
}
