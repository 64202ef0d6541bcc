//! Whole numbers as decimal text.

/// A number as it is written. `to_string` would bring what writes any number with any sign, width
/// and padding, which nothing else in the browser needs.
pub(crate) fn decimal(number: usize) -> String {
    let mut written = match number / 10 {
        0 => String::new(),
        before => decimal(before),
    };
    written.push(char::from(b'0' + (number % 10) as u8));
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_everywhere() {
        for number in [0, 7, 10, 99, 100, 2019, usize::MAX] {
            assert_eq!(decimal(number), number.to_string());
        }
    }
}
