//! `parseURL` of the endpoint rules.

use std::net::{Ipv4Addr, Ipv6Addr};

/// A URL in its parts.
#[derive(Debug, PartialEq, Eq)]
pub struct Url<'a> {
    /// `http` or `https`.
    pub scheme: &'a str,
    /// Host and, if given, port.
    pub authority: &'a str,
    /// The path as it was given; empty if it was not.
    pub path: &'a str,
    /// The path with a slash at both ends.
    pub normalized_path: String,
    /// `true` if the host is an IP address.
    pub is_ip: bool,
}

/// Parses `value`; `None` if it is not an HTTP URL, or has a query or fragment.
#[inline]
pub fn parse_url(value: &str) -> Option<Url<'_>> {
    let (scheme, rest) = value.split_once("://")?;
    if !["http", "https"].contains(&scheme) || rest.contains(['?', '#']) {
        return None;
    }
    let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let is_ip = is_ip(host(authority)?);
    let slash = if path.ends_with('/') { "" } else { "/" };
    let normalized_path = if path.is_empty() { "/".to_owned() } else { format!("{path}{slash}") };
    Some(Url { scheme, authority, path, normalized_path, is_ip })
}

/// The host of an authority that the `http` crate can read and whose port is a number.
#[inline]
fn host(authority: &str) -> Option<&str> {
    authority.parse::<http::uri::Authority>().ok()?;
    let end = if authority.ends_with(']') {
        authority.len()
    } else {
        authority.rfind(':').unwrap_or(authority.len())
    };
    let (host, port) = authority.split_at(end);
    let port = port.strip_prefix(':');
    let is_port = port.is_none_or(|port| port.parse::<u16>().is_ok());
    (is_port && !host.is_empty()).then_some(host)
}

#[inline]
fn is_ip(host: &str) -> bool {
    let inner = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
    host.parse::<Ipv4Addr>().is_ok() || inner.is_some_and(|host| host.parse::<Ipv6Addr>().is_ok())
}
