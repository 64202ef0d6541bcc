//! Ten parts of the site on one page.

use lscb_browser::dist::built;
use lscb_browser::host::HostServer;
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

use super::support::{go, pinned, until_whole, words};

/// What ten parts of the site have in common.
const SHARED: [&str; 3] = ["embed-1.js", "assets/frame.*.css", "assets/frame.*.js"];

#[test]
fn ten_frames_share_one_download() {
    in_every_engine(async |browser| {
        let site = Site::plain(built(), "/lscb/").await;
        site.header("access-control-allow-origin", "*");
        let hosts = HostServer::start(&site.url("/"), &pinned()).await;
        let addresses = built().paths().filter_map(|path| {
            let address = path.strip_suffix("index.html")?;
            address.starts_with("embed/page/").then_some(address)
        });
        let addresses = addresses.take(10);
        let mut body = String::from("{script}");
        for (number, address) in addresses.enumerate() {
            body += &format!(
                "<iframe id=\"frame-{number}\" src=\"{{site}}{address}\" title=\"Part {number}\"></iframe>"
            );
        }
        go(browser, &hosts.page(&body)).await;
        for number in 0..10 {
            let frame = format!("document.getElementById('frame-{number}')");
            // What is out of sight is not measured again.
            browser.run(&format!("{frame}.scrollIntoView()")).await;
            until_whole(browser, &frame).await;
            assert!(!words(browser, &frame).await.is_empty());
        }
        for file in SHARED {
            assert_eq!(site.count(file), 1, "{file}: {:#?}", site.requests());
        }
    });
}
