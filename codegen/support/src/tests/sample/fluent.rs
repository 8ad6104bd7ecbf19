//! The fluent builder as the generator would emit it.

use std::{
    borrow::Cow,
    sync::{Arc, LazyLock},
};

use aws_smithy_runtime_api::client::{
    runtime_components::RuntimeComponentsBuilder, runtime_plugin::RuntimePlugin,
};
use aws_smithy_types::config_bag::FrozenLayer;

use super::{DeleteConnection, DeleteConnectionError, DeleteConnectionInput, DeleteConnectionOutput};
use crate::{
    client::{
        Client, Handle,
        customize::{
            CustomizableOperation,
            internal::{BoxFuture, CustomizableSend},
        },
    },
    config::Builder,
    driver::{self, OperationPlugin, Plugged},
    error::SdkError,
};

/// What a call of the sample yields.
pub(in crate::tests) type SendResult = Result<DeleteConnectionOutput, SdkError<DeleteConnectionError>>;

static PLUGIN: LazyLock<OperationPlugin> = LazyLock::new(OperationPlugin::new::<DeleteConnection>);

impl Plugged for DeleteConnection {
    fn plugin() -> &'static OperationPlugin {
        &PLUGIN
    }
}

impl RuntimePlugin for DeleteConnection {
    fn config(&self) -> Option<FrozenLayer> {
        Self::plugin().config()
    }

    fn runtime_components(
        &self,
        current_components: &RuntimeComponentsBuilder,
    ) -> Cow<'_, RuntimeComponentsBuilder> {
        Self::plugin().runtime_components(current_components)
    }
}

#[derive(Clone, Debug)]
pub(in crate::tests) struct DeleteConnectionFluentBuilder {
    handle: Arc<Handle>,
    input: DeleteConnectionInput,
    config_override: Option<Builder>,
}

impl Client {
    pub(in crate::tests) fn delete_connection(&self) -> DeleteConnectionFluentBuilder {
        DeleteConnectionFluentBuilder {
            handle: self.handle.clone(),
            input: DeleteConnectionInput::default(),
            config_override: None,
        }
    }
}

impl DeleteConnectionFluentBuilder {
    pub(in crate::tests) fn connection_id(mut self, connection_id: &str) -> Self {
        self.input.connection_id = Some(connection_id.into());
        self
    }

    pub(in crate::tests) async fn send(self) -> SendResult {
        driver::send::<DeleteConnection>(&self.handle, self.input, self.config_override).await
    }

    pub(in crate::tests) fn customize(
        self,
    ) -> CustomizableOperation<DeleteConnectionOutput, DeleteConnectionError, Self> {
        CustomizableOperation::new(self)
    }
}

impl CustomizableSend<DeleteConnectionOutput, DeleteConnectionError> for DeleteConnectionFluentBuilder {
    fn send(mut self, config_override: Builder) -> BoxFuture<SendResult> {
        self.config_override = Some(config_override);
        Box::pin(async move { self.send().await })
    }
}
