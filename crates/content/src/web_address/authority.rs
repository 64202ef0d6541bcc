//! The part of an address that names the server: `user@host:port` (RFC 3986, 3.2).

use std::net::{Ipv4Addr, Ipv6Addr};

use url::Host;

/// The parts, so that they follow each other as in the address.
#[derive(Debug)]
pub(super) struct Authority<'a> {
    /// With its `@`; empty if there is none.
    user: &'a str,
    /// The host as it is written.
    pub(super) name: &'a str,
    /// As it is asked for: in small letters and ASCII (UTS #46), numbers as an IP address. None if the
    /// name is that of no host.
    host: Option<Host>,
    /// With its `:`; empty if there is none.
    port: &'a str,
}

impl<'a> Authority<'a> {
    /// What stands before the path, the query or the fragment, and those.
    pub(super) fn split(text: &'a str) -> (Self, &'a str) {
        let end = text.find(['/', '?', '#']).unwrap_or(text.len());
        let (authority, path) = text.split_at(end);
        let (user, place) = authority.split_at(authority.rfind('@').map_or(0, |at| at + 1));
        // An IPv6 address has colons inside its brackets.
        let host_begins = place.rfind(']').unwrap_or(0);
        let colon = place[host_begins..].find(':');
        let (name, port) = place.split_at(colon.map_or(place.len(), |at| host_begins + at));
        let host = Host::parse(name).ok();
        let authority = Self {
            user,
            name,
            host,
            port,
        };
        (authority, path)
    }

    /// The same with its host as it is asked for. None if there is no such host, or the port is one
    /// that no server can have.
    pub(super) fn normalised(&self) -> Option<String> {
        let host = self.host.as_ref()?;
        let is_host = match host {
            Host::Domain(name) => name
                .trim_end_matches('.')
                .split('.')
                .all(|part| !part.is_empty()),
            _ => true,
        };
        let number = self.port.strip_prefix(':').unwrap_or("");
        let is_port = number.is_empty() || number.parse::<u16>().is_ok();
        let is_whole = is_host && is_port && self.user != "@";
        is_whole.then(|| format!("{}{host}{}", self.user, self.port))
    }

    /// Whether everybody can reach it: not a device of one's own, and not a host that has its name in
    /// one network alone (RFC 1918; RFC 4193; RFC 6761, 6.3; RFC 6762, 3).
    pub(super) fn is_public(&self) -> bool {
        match &self.host {
            Some(Host::Domain(name)) => {
                let name = name.trim_end_matches('.');
                let ends = [".localhost", ".local", ".internal", ".lan"];
                name.contains('.') && !ends.iter().any(|end| name.ends_with(end))
            }
            Some(Host::Ipv4(ip)) => is_public_v4(*ip),
            Some(Host::Ipv6(ip)) => is_public_v6(*ip),
            None => false,
        }
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    !(ip.is_loopback() || ip.is_private() || ip.is_link_local() || ip.is_unspecified())
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    match ip.to_ipv4_mapped() {
        Some(ip) => is_public_v4(ip),
        None => {
            let is_own = ip.is_loopback() || ip.is_unspecified();
            !(is_own || ip.is_unique_local() || ip.is_unicast_link_local())
        }
    }
}
