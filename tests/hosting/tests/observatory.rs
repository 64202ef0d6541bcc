//! What Mozilla's HTTP Observatory finds in the headers.

use lscb_hosting::observatory::scan;
use lscb_hosting::server::Tls;
use lscb_hosting::site::Site;
use lscb_publish::policy::Profile;

#[track_caller]
fn assert_scores(profile: Profile, least: i64) {
    let site = Site::built(profile);
    let scan = scan(&Tls::start(&site));
    println!("{}", scan.score);
    assert!(scan.failed.is_empty(), "{:?}", scan.failed);
    assert!(scan.score >= least, "{}", scan.score);
}

#[test]
fn a_site_that_nobody_embeds_scores_135() {
    assert_scores(Profile::Standalone, 135);
}

#[test]
fn a_site_that_others_embed_scores_125() {
    assert_scores(
        Profile::Embeddable(vec!["https://intranet.example".into()]),
        125,
    );
}
