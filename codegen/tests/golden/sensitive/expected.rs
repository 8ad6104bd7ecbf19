// ---- src/operation/put_secrets/input.rs
/// Input of `PutSecrets`.
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PutSecretsInput {
    /// The member `plain`.
    pub plain: Option<String>,
    /// The member `secret`.
    pub secret: Option<String>,
    /// The member `credentials`.
    pub credentials: Option<Credentials>,
    /// The member `hidden`.
    pub hidden: Option<Hidden>,
    /// The member `grade`.
    pub grade: Option<Grade>,
    /// The member `choice`.
    pub choice: Option<Choice>,
    /// The member `secrets`.
    pub secrets: Option<Vec<String>>,
    /// The member `secretMap`.
    pub secret_map: Option<HashMap<String, String>>,
    /// The member `hiddenList`.
    pub hidden_list: Option<Vec<String>>,
    /// The member `secretNumber`.
    pub secret_number: Option<i32>,
    /// The member `secretBlob`.
    pub secret_blob: Option<Blob>,
}

impl fmt::Debug for PutSecretsInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PutSecretsInput")
            .field("plain", &self.plain)
            .field("secret", &REDACTED)
            .field("credentials", &self.credentials)
            .field("hidden", &REDACTED)
            .field("grade", &REDACTED)
            .field("choice", &self.choice)
            .field("secrets", &REDACTED)
            .field("secret_map", &REDACTED)
            .field("hidden_list", &REDACTED)
            .field("secret_number", &REDACTED)
            .field("secret_blob", &REDACTED)
            .finish()
    }
}

schema! {
    INPUT_SCHEMA: Structure "example.sensitive" "PutSecretsInput" {
        0 "plain": String;
        1 "secret": String.with_sensitive();
        2 "credentials": Structure;
        3 "hidden": Structure.with_sensitive();
        4 "grade": String.with_sensitive();
        5 "choice": Union;
        6 "secrets": List.with_list_member(&SECRETS_ELEMENT);
        7 "secretMap": Map.with_map_members(&prelude::STRING, &SECRET_MAP_VALUE);
        8 "hiddenList": List.with_list_member(&prelude::STRING).with_sensitive();
        9 "secretNumber": Integer.with_sensitive();
        10 "secretBlob": Blob.with_sensitive();
    }
}

static SECRETS_ELEMENT: Schema<'static> = Schema::new(
        shape_id!("example.sensitive", "Secret"),
        ShapeType::String,
    )
    .with_sensitive();

// ---- src/types/choice.rs
impl fmt::Debug for Choice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open(value) => f.debug_tuple("Open").field(value).finish(),
            Self::Closed(_) => f.debug_tuple("Closed").field(&REDACTED).finish(),
            Self::Unknown => f.write_str("Unknown"),
        }
    }
}

// ---- src/types/grade.rs
impl fmt::Debug for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(REDACTED)
    }
}

// ---- src/types/hidden.rs
impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hidden").field("anything", &REDACTED).finish()
    }
}

impl fmt::Debug for HiddenBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HiddenBuilder").field("anything", &REDACTED).finish()
    }
}
