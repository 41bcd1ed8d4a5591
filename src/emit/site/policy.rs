//! What a page of the site may load and do: its own folder, and nothing else.

use serde_json::json;

/// The content security policy that a page says of itself.
pub const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; media-src 'self'; \
                      font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
                      form-action 'none'";

/// The HTTP headers that a host should send, by the files they are for: what the policy can only say in a header, and what no
/// page can say of itself.
pub fn headers() -> String {
    let headers = json!({
        "/*": {
            "Content-Security-Policy": format!("{POLICY}; frame-ancestors 'none'"),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin"
        },
        // A browser asks for a new worker each time, so that a mended one is never held back by a cache.
        "/sw.js": { "Cache-Control": "no-cache" }
    });
    let mut text = serde_json::to_string_pretty(&headers).unwrap_or_default();
    text.push('\n');
    text
}
