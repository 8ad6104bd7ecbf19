//! Says whether endpoints carry the account.

use things::config::endpoint::Params;

fn main() {
    let params = Params::builder().account_id_endpoint_mode("required").build();
    assert!(params.is_ok());
}
