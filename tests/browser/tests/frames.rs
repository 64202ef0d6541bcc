//! Pages in frames: what their address asks for, and what they never do.

use lscb_browser::browser::Browser;
use lscb_browser::dist::built;
use lscb_browser::runner::in_every_engine;
use lscb_browser::site::Site;

const CARD: &str = "/embed/contact/business-team/";
const SECTION: &str = "/embed/section/about-us/";

async fn style(browser: &Browser, of: &str, name: &str) -> String {
    let of = format!("getComputedStyle(document.querySelector('{of}')).{name}");
    browser.value(&of).await
}

/// What a reader sees of a frame that is asked for something.
async fn look(browser: &Browser, site: &Site, asked: &str) -> [String; 6] {
    browser.open(site, &format!("{CARD}?{asked}")).await;
    browser
        .until("document.documentElement.dataset.density")
        .await;
    [
        style(browser, "html", "backgroundColor").await,
        style(browser, "html", "color").await,
        style(browser, "main a", "color").await,
        style(browser, "main", "fontSize").await,
        browser
            .value("document.querySelector('main > *').localName")
            .await,
        browser.value("document.documentElement.lang").await,
    ]
}

#[test]
fn a_frame_is_as_its_address_asks_if_that_is_on_the_list() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        let usual = look(browser, &site, "").await;
        let [light, dark] = [
            look(browser, &site, "theme=light").await,
            look(browser, &site, "theme=dark").await,
        ];
        assert_eq!(light[0], "rgb(255, 255, 255)");
        assert_ne!(light[0], dark[0]);
        let colours = "theme=host&ink=201000&paper=FFF0E0&link=600060";
        let own = look(browser, &site, colours).await;
        let painted = ["rgb(255, 240, 224)", "rgb(32, 16, 0)", "rgb(96, 0, 96)"];
        assert_eq!(own[..3], painted);
        assert_eq!(look(browser, &site, "heading=4").await[4], "h4");
        assert_eq!(look(browser, &site, "lang=en").await[5], "en");
        let compact = look(browser, &site, "density=compact").await;
        assert_ne!(compact[3], usual[3]);
        for nonsense in [
            "theme=pink",
            "theme=host",
            "theme=host&ink=777777&paper=888888&link=600060",
            "theme=host&ink=201000&paper=FFF0E0&link=FFE0E0",
            "theme=host&ink=red&paper=white&link=blue",
            "theme=host&ink=000000;x:y&paper=ffffff&link=000000",
            "theme=host&ink=000000&paper=url(x)&link=000000",
            "heading=0",
            "heading=7",
            "heading=2.5",
            "heading=constructor",
            "density=__proto__",
            "lang=fr",
            "lang=%3Cb%3E",
            "lscb=2&version=99",
            "theme=%00%ff&heading=%E0%A4%A",
        ] {
            assert_eq!(look(browser, &site, nonsense).await, usual, "{nonsense}");
        }
    });
}

#[test]
fn headings_follow_the_title_and_keep_their_places() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/").await;
        let levels =
            "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((it) => it.localName)";
        browser.open(&site, SECTION).await;
        let before: Vec<String> = browser.value(levels).await;
        let ids = "[...document.querySelectorAll('main [id]')].map((it) => it.id).join()";
        let places: String = browser.value(ids).await;
        browser.open(&site, &format!("{SECTION}?heading=3")).await;
        let title = "document.querySelector('main :is(h1, h2, h3, h4, h5, h6)').localName === 'h3'";
        browser.until(title).await;
        let after: Vec<String> = browser.value(levels).await;
        let down = |name: &String| match name.as_str() {
            "h6" => "h6".to_owned(),
            name => format!("h{}", name[1..].parse::<u8>().expect("a level") + 1),
        };
        assert_eq!(after, before.iter().map(down).collect::<Vec<_>>());
        assert_eq!(browser.value::<String>(ids).await, places);
    });
}

#[test]
fn a_frame_asks_for_its_style_and_its_script_and_stores_nothing() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        browser.open(&site, CARD).await;
        browser.until_quiet(&site).await;
        let mut asked = site.requests();
        // Nobody shows the icon of a page in a frame.
        asked.retain(|path| path != "icon.svg");
        assert_eq!(asked.len(), 3, "{asked:?}");
        assert_eq!(asked[0], CARD.trim_start_matches('/'));
        assert!(
            asked
                .iter()
                .any(|it| it.starts_with("assets/frame.") && it.ends_with(".css"))
        );
        assert!(
            asked
                .iter()
                .any(|it| it.starts_with("assets/frame.") && it.ends_with(".js"))
        );
        let stored = "localStorage.length + sessionStorage.length + document.cookie.length";
        assert_eq!(browser.value::<u32>(stored).await, 0);
        assert_eq!(browser.complaints().await, [""; 0]);
    });
}

/// What a click adds to the history of a frame, a reader has to go back through on the page
/// around it.
#[test]
fn links_of_a_section_take_the_place_of_the_page_before_them() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        browser.open(&site, &format!("{SECTION}?theme=dark")).await;
        browser
            .until("document.documentElement.dataset.density")
            .await;
        let before: u32 = browser.value("history.length").await;
        let to = "embed/section/about-us/independent-chair/";
        browser.click(&Browser::link(&site, "main", to)).await;
        let there = site.url(&format!("{to}?theme=dark"));
        browser.until(&format!("location.href === '{there}'")).await;
        browser
            .until("document.documentElement.dataset.density")
            .await;
        assert_eq!(browser.value::<u32>("history.length").await, before);
        browser.open(&site, SECTION).await;
        browser
            .until("document.documentElement.dataset.density")
            .await;
        let before: u32 = browser.value("history.length").await;
        browser.click("document.querySelector('.contents a')").await;
        browser.until("location.hash.length > 1").await;
        assert_eq!(browser.value::<u32>("history.length").await, before);
    });
}

#[test]
fn the_full_site_opens_in_a_tab_with_the_words_where_no_host_sees_them() {
    in_every_engine(async |browser| {
        let site = Site::watched(built(), "/lscb/").await;
        browser.open(&site, "/embed/search/").await;
        browser
            .until("document.documentElement.dataset.density")
            .await;
        let first = browser.window().await.expect("a window");
        browser.click("document.querySelector('input')").await;
        browser.press("baby died").await;
        browser.click("document.querySelector('main button')").await;
        let mut other = None;
        for _ in 0..200 {
            let windows = browser.windows().await.expect("windows");
            other = windows.into_iter().find(|it| *it != first);
            if other.is_some() {
                break;
            }
            browser.settle().await;
        }
        let other = other.expect("another tab");
        browser.switch_to_window(other).await.expect("the tab");
        browser
            .until("location.hash === '#q=baby+died' && location.pathname.endsWith('/search/')")
            .await;
        browser.until("document.querySelector('#results')?.textContent.includes('Child Death Overview Panel')").await;
        let told = site.requests().iter().any(|path| path.contains("baby"));
        assert!(!told, "{:?}", site.requests());
        browser.close_window().await.expect("the tab closes");
        browser
            .switch_to_window(first)
            .await
            .expect("the first tab");
    });
}
