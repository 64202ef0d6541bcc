use reqwest::Method;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId, WebElement};

use crate::browser::Browser;

/// What WebDriver tells of an element and the client does not know: W3C WebDriver,
/// 12.4.11 "Get Computed Role" and 12.4.12 "Get Computed Label".
#[derive(Debug)]
struct Computed(String);

impl FormatRequestData for Computed {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::GET, format!("session/{session}/element/{}", self.0))
    }
}

/// The role and the name that the browser gives an element for assistive technology.
///
/// # Panics
/// If the browser does not tell.
pub async fn role_and_name(browser: &Browser, element: &WebElement) -> (String, String) {
    let computed = async |what: &str| {
        let answer = browser
            .cmd(Computed(format!("{}/{what}", element.element_id())))
            .await;
        let text = answer.and_then(|answer| answer.value::<String>());
        text.unwrap_or_else(|error| panic!("{what}: {error}"))
    };
    (
        computed("computedrole").await,
        computed("computedlabel").await,
    )
}
