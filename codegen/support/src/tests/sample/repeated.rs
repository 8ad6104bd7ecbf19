//! A paginator and a waiter as the generator would emit them.

use super::{
    ConnectionState, DeleteConnection, DeleteConnectionError, DeleteConnectionInputBuilder,
    DeleteConnectionOutput, Tag,
};
use crate::client::{paginator::paginator, waiter::waiter};

paginator! {
    /// The pages are connections, and each names the next.
    pub struct DeleteConnectionPaginator => DeleteConnection, DeleteConnectionInputBuilder,
        DeleteConnectionOutput, DeleteConnectionError;
    token: String, [connection_id?] = [connection_id?];
    pub struct DeleteConnectionPaginatorItems => Tag, [tags?];
}

waiter! {
    /// Waits until the connection is gone.
    pub struct ConnectionDeletedFluentBuilder => DeleteConnection, DeleteConnectionInputBuilder,
        DeleteConnectionOutput, DeleteConnectionError;
    pub type ConnectionDeletedFinalPoll;
    pub type WaitUntilConnectionDeletedError;
    seconds 2 to 120;
    Success if text state == "deleted";
    Failure if error DirectConnectClientException;
}

/// What the path `connectionState` leads to.
fn state(output: &DeleteConnectionOutput) -> Option<&str> {
    output.connection_state.as_ref().map(ConnectionState::as_str)
}
