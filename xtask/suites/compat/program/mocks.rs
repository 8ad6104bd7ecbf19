//! Rules of `aws-smithy-mocks`.

use aws_sdk_directconnect::{
    Client,
    config::http::HttpResponse,
    error::ErrorMetadata,
    operation::delete_connection::{DeleteConnectionError, DeleteConnectionOutput},
    types::{ConnectionState, error::DirectConnectClientException},
};
use aws_smithy_mocks::{RuleMode, mock, mock_client};
use aws_smithy_types::body::SdkBody;

use crate::{
    record::Record,
    setup::{CONNECTION, delete, retries},
};

pub(crate) async fn outputs() -> Record {
    let rule = mock!(Client::delete_connection).then_compute_output(|input| {
        DeleteConnectionOutput::builder()
            .set_connection_id(input.connection_id.clone())
            .connection_state(ConnectionState::Deleted)
            .build()
    });
    let client = mock_client!(aws_sdk_directconnect, [&rule]);
    let mut record = Record::default();
    record.outcome("outcome", &delete(&client).await);
    record.debug("calls", rule.num_calls());
    record
}

pub(crate) async fn errors() -> Record {
    let rule = mock!(Client::delete_connection).sequence().error(|| {
        let meta = ErrorMetadata::builder().code("A code").message("of the metadata").build();
        let exception = DirectConnectClientException::builder().message("m").meta(meta).build();
        DeleteConnectionError::DirectConnectClientException(exception)
    });
    let rule = rule.error(|| DeleteConnectionError::unhandled("something else")).build();
    let client = mock_client!(aws_sdk_directconnect, RuleMode::Sequential, [&rule]);
    let mut record = Record::default();
    record.outcome("modeled", &delete(&client).await);
    record.outcome("unhandled", &delete(&client).await);
    record
}

pub(crate) async fn responses() -> Record {
    let busy = || HttpResponse::new(503.try_into().expect("a status"), SdkBody::from("{}"));
    let rule = mock!(Client::delete_connection)
        .sequence()
        .http_response(busy)
        .http_status(400, Some(r#"{"__type":"ThrottlingException"}"#.into()))
        .http_status(400, Some(r#"{"__type":"ConnectionNotFound","message":"m"}"#.into()))
        .build();
    let client = mock_client!(aws_sdk_directconnect, RuleMode::Sequential, [&rule], |config| {
        config.retry_config(retries(3))
    });
    let mut record = Record::default();
    record.outcome("outcome", &delete(&client).await);
    record.debug("calls", rule.num_calls());
    record
}

pub(crate) async fn by_input() -> Record {
    let rule = |id: &'static str, state: ConnectionState| {
        let rule =
            mock!(Client::delete_connection).match_requests(move |input| input.connection_id() == Some(id));
        rule.then_output(move || DeleteConnectionOutput::builder().connection_state(state.clone()).build())
    };
    let (other, this) = (rule("another", ConnectionState::Down), rule(CONNECTION, ConnectionState::Deleted));
    let client = mock_client!(aws_sdk_directconnect, RuleMode::MatchAny, [&other, &this]);
    let mut record = Record::default();
    record.outcome("outcome", &delete(&client).await);
    record.debug("calls", (other.num_calls(), this.num_calls()));
    record
}
