use super::*;

#[test]
fn lines_forwards_and_backwards() {
    let mut lines = Lines::new("a\nb\n\nc", 5);
    let places = [0, 1, 2, 5, 3, 0, 99];
    assert_eq!(places.map(|place| lines.line(place)), [5, 5, 6, 8, 6, 5, 8]);
}
