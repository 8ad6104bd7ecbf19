// ---- src/operation/describe_things/fluent_builder.rs
    /// Reads the output of `DescribeThings` page by page.
    #[inline]
    pub fn into_paginator(self) -> super::paginator::DescribeThingsPaginator {
        super::paginator::DescribeThingsPaginator::new(self.handle, self.inner)
    }

// ---- src/operation/describe_things/paginator.rs
/// Reads the output of `DescribeThings` page by page.
#[derive(Debug)]
pub struct DescribeThingsPaginator {
    handle: Arc<Handle>,
    builder: DescribeThingsInputBuilder,
    stop_on_duplicate_token: bool,
}

impl DescribeThingsPaginator {
    #[inline]
    pub(crate) fn new(handle: Arc<Handle>, builder: DescribeThingsInputBuilder) -> Self {
        Self {
            handle,
            builder,
            stop_on_duplicate_token: true,
        }
    }

    /// Sets the maximum number of items of a page.
    ///
    /// This replaces the value of `max_results`.
    #[inline]
    pub fn page_size(mut self, limit: i32) -> Self {
        self.builder.max_results = Some(limit);
        self
    }

    /// Returns the items of the pages instead of the pages.
    #[inline]
    pub fn items(self) -> DescribeThingsPaginatorItems {
        DescribeThingsPaginatorItems(self)
    }

    /// Sets whether to stop at a page that repeats its own token, which is the default.
    ///
    /// The stream then ends, with an error unless the page is empty. If `false`, the same page is requested
    /// again, for example to follow a growing log.
    #[inline]
    pub fn stop_on_duplicate_token(mut self, stop_on_duplicate_token: bool) -> Self {
        self.stop_on_duplicate_token = stop_on_duplicate_token;
        self
    }

    /// Returns a stream of the pages.
    ///
    /// Each page is requested when the stream is polled for it. The stream ends after the last page and after
    /// the first error.
    #[inline]
    pub fn send(
        self,
    ) -> PaginationStream<
        Result<DescribeThingsOutput, SdkError<DescribeThingsError, HttpResponse>>,
    > {
        pages::<
            DescribeThings,
        >(&self.handle, self.builder.build(), self.stop_on_duplicate_token)
    }

impl Paginated for DescribeThings {
    type Token = String;

    #[inline]
    fn token(input: &Self::Input) -> Option<Self::Token> {
        input.next_token.clone()
    }

    #[inline]
    fn set_token(input: &mut Self::Input, token: Self::Token) {
        input.next_token = Some(token);
    }

    #[inline]
    fn next_token(page: &Self::Output) -> Option<Self::Token> {
        page.page
            .as_ref()
            .and_then(|value| value.next.as_ref())
            .and_then(|value| value.token.clone())
            .filter(|token| !token.is_empty())
    }

    #[inline]
    fn is_empty(page: &Self::Output) -> bool {
        page.page
            .as_ref()
            .map(|value| &value.things)
            .is_none_or(|items| items.is_empty())
    }

/// Items of [`DescribeThingsPaginator`].
#[derive(Debug)]
pub struct DescribeThingsPaginatorItems(DescribeThingsPaginator);

impl DescribeThingsPaginatorItems {
    /// Returns a stream of the items.
    ///
    /// Each page is requested when the items of the one before have been taken. The stream ends after the last
    /// page and after the first error.
    #[inline]
    pub fn send(
        self,
    ) -> PaginationStream<Result<Thing, SdkError<DescribeThingsError, HttpResponse>>> {
        TryFlatMap::new(self.0.send())
            .flat_map(|page| page.page.map(|value| value.things).unwrap_or_default())
    }
}

// ---- src/operation/list_entries/paginator.rs
    #[inline]
    fn next_token(page: &Self::Output) -> Option<Self::Token> {
        page.next_marker
            .clone()
            .filter(|token| !token.is_empty())
            .or_else(|| {
                page
                    .page
                    .as_ref()
                    .map(|value| &value.things)
                    .and_then(|value| value.last())
                    .and_then(|value| value.name.clone())
                    .filter(|token| !token.is_empty())
            })
    }

// ---- src/operation/list_flagged/paginator.rs
    #[inline]
    fn next_token(page: &Self::Output) -> Option<Self::Token> {
        if page.truncated != Some(true) {
            return None;
        }
        page.marker.clone().filter(|token| !token.is_empty())
    }

// ---- src/operation/list_inferred/fluent_builder.rs
    /// Reads the output of `ListInferred` page by page.
    ///
    /// The model declares no paginator; this one is inferred from `next_token`, which input and
    /// output share, and from `things`, the only list of the output.
    #[inline]
    pub fn into_paginator(self) -> super::paginator::ListInferredPaginator {
        super::paginator::ListInferredPaginator::new(self.handle, self.inner)
    }

// ---- src/operation/list_inferred/paginator.rs
/// Reads the output of `ListInferred` page by page.
///
/// The model declares no paginator; this one is inferred from `next_token`, which input and
/// output share, and from `things`, the only list of the output.
#[derive(Debug)]
pub struct ListInferredPaginator {
    handle: Arc<Handle>,
    builder: ListInferredInputBuilder,
    stop_on_duplicate_token: bool,
}

    #[inline]
    fn next_token(page: &Self::Output) -> Option<Self::Token> {
        page.next_token.clone().filter(|token| !token.is_empty())
    }

// ---- src/operation/list_plain/paginator.rs
    #[inline]
    fn next_token(page: &Self::Output) -> Option<Self::Token> {
        page.next_token.clone().filter(|token| !token.is_empty())
    }

// ---- src/operation/list_truncated/paginator.rs
    #[inline]
    fn next_token(page: &Self::Output) -> Option<Self::Token> {
        if page.is_truncated == Some(false) {
            return None;
        }
        page.marker.clone().filter(|token| !token.is_empty())
    }

// ---- src/operation/list_versions/paginator.rs
impl Paginated for ListVersions {
    type Token = (Option<String>, Option<Kind>, Option<i32>);

    #[inline]
    fn next_token(page: &Self::Output) -> Option<Self::Token> {
        if page.truncated != Some(true) {
            return None;
        }
        let tokens = (
            page.next_key.clone().filter(|token| !token.is_empty()),
            page.next_kind.clone().filter(|token| !token.as_str().is_empty()),
            page.next_part.filter(|token| *token != 0),
        );
        (tokens != (None, None, None)).then_some(tokens)
    }

// ---- src/operation/list_words/paginator.rs
    #[inline]
    fn next_token(page: &Self::Output) -> Option<Self::Token> {
        page.r#type.clone().filter(|token| !token.is_empty())
    }

// ---- src/operation/query_by_key/paginator.rs
impl Paginated for QueryByKey {
    type Token = HashMap<String, String>;

    #[inline]
    fn next_token(page: &Self::Output) -> Option<Self::Token> {
        page.last_key.clone().filter(|token| !token.is_empty())
    }

    #[inline]
    fn is_empty(page: &Self::Output) -> bool {
        page.names.is_empty()
    }
