//! Opening of sources. Each is read once, because it may be a pipe.

use std::borrow::Cow;

use tinsmith::model::{Model, Shape, ShapeKind};
use tinsmith::{Config, Diagnostics, pass, read};

use super::catalogue::Catalogue;
use super::{ModelSource, archive, folder};
use crate::{Failure, terminal};

/// The content of a source.
pub(crate) enum Opened {
    /// A model.
    Model(Model),
    /// Models of services, none of which is chosen.
    Catalogue(Catalogue),
}

/// Reads the model of the source, in which a service must be chosen if it has several.
pub(crate) fn model(source: &ModelSource) -> Result<Model, Failure> {
    match Opened::read(source)?.choose(source)? {
        Opened::Model(model) => Ok(model),
        Opened::Catalogue(catalogue) => Err(terminal::failure(&catalogue.not_chosen())),
    }
}

/// Reads the model of the configuration or, if the command line names another, that one; with the overlays.
pub(crate) fn load(config: &Config, source: Option<&ModelSource>) -> Result<Model, Failure> {
    let model = match source {
        Some(source) => tinsmith::load_from(model(source)?, config),
        None => tinsmith::load(config),
    };
    model.map_err(terminal::rendered)
}

fn content(source: &ModelSource) -> Result<Opened, Diagnostics> {
    let path = &source.path;
    if path.is_dir() {
        return match folder::open(path)? {
            Some(catalogue) => Ok(Opened::Catalogue(catalogue)),
            None => read::model(path).map(Opened::Model),
        };
    }
    let (name, bytes) = (source.name(), source.bytes()?);
    match archive::open(&name, bytes)? {
        archive::Content::Catalogue(catalogue) => Ok(Opened::Catalogue(catalogue)),
        // Next to the file of a botocore model there may be others.
        archive::Content::Other(_) if path.is_file() => read::model(path).map(Opened::Model),
        archive::Content::Other(bytes) => read::bytes(&name, bytes).map(Opened::Model),
    }
}

impl Opened {
    /// Reads the content of a source.
    pub(crate) fn read(source: &ModelSource) -> Result<Self, Failure> {
        content(source).map_err(terminal::rendered)
    }

    /// Chooses the service that the source names, or the only one.
    pub(crate) fn choose(self, source: &ModelSource) -> Result<Self, Failure> {
        self.named_or_only(source.service.as_deref()).map_err(terminal::rendered)
    }

    fn named_or_only(self, service: Option<&str>) -> Result<Self, Diagnostics> {
        let model = match (self, service) {
            (Self::Model(model), Some(service)) => pass::only_service(model, service)?,
            (Self::Catalogue(catalogue), Some(service)) => catalogue.named(service)?,
            (Self::Model(model), None) => model,
            (Self::Catalogue(catalogue), None) => match catalogue.only()? {
                Some(model) => model,
                None => return Ok(Self::Catalogue(catalogue)),
            },
        };
        Ok(Self::Model(model))
    }

    /// Returns the model of the service with an id, if there is one.
    pub(crate) fn of_service(&self, id: &str) -> Result<Option<Cow<'_, Model>>, Failure> {
        let found = match self {
            Self::Catalogue(catalogue) => catalogue.of_service(id).map(|model| model.map(Cow::Owned)),
            Self::Model(model) => match &*service_ids(model) {
                ids if !ids.contains(&id) => Ok(None),
                [_] => Ok(Some(Cow::Borrowed(model))),
                _ => pass::only_service(model.clone(), id).map(|model| Some(Cow::Owned(model))),
            },
        };
        found.map_err(terminal::rendered)
    }
}

fn service_ids(model: &Model) -> Vec<&str> {
    let services = model.shapes.values().filter(|shape| matches!(shape.kind, ShapeKind::Service(_)));
    services.map(Shape::sdk_id).collect()
}
