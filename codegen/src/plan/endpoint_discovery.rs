//! Endpoint discovery.

/// The operation with which clients discover their endpoint, and the fields of its output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndpointDiscoveryPlan {
    /// The method of the client: `describe_endpoints`.
    pub method: String,
    /// The field of the output with the endpoints.
    pub endpoints: String,
    /// The field of an endpoint with its address.
    pub address: String,
    /// The field of an endpoint with the minutes for which it is valid.
    pub minutes: String,
    /// True if an operation cannot be called otherwise.
    pub is_required: bool,
}
