use super::*;

const KEY: &str = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";

#[test]
fn a_public_key_is_read() {
    let key: SigningKey = KEY.parse().expect("a key");
    assert_eq!(key.to_string(), KEY);
}

#[test]
fn what_is_no_public_key_is_refused() {
    let secret = "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAHwiTXXo";
    for text in [
        "",
        "RWQ",
        &KEY[1..],
        &KEY.replace('6', "="),
        &KEY.replace('6', " "),
        &KEY.replacen("RWQ", "RUQ", 1),
        &KEY.replacen("RWQ", "RWU", 1),
        &format!("untrusted comment: x\n{KEY}"),
        secret,
    ] {
        text.parse::<SigningKey>().expect_err(text);
    }
}
