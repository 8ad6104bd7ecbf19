// ---- src/error_meta.rs
from_waiter_error!(Error);

// ---- src/waiters.rs
/// Methods of the client that wait. The trait is sealed, so that a newer model can add methods.
pub trait Waiters: sealed::Sealed {
    /// Waits for the state `JobDone`.
    ///
    /// It calls `GetJob` until the response shows the state.
    fn wait_until_job_done(&self) -> JobDoneFluentBuilder;
    /// Waits for the state `JobGone`.
    ///
    /// It calls `GetJob` until the response shows the state.
    fn wait_until_job_gone(&self) -> JobGoneFluentBuilder;
    /// Waits for the state `JobStepped`.
    ///
    /// It calls `GetJob` until the response shows the state.
    fn wait_until_job_stepped(&self) -> JobSteppedFluentBuilder;
    /// Waits for the state `ServicesMany`.
    ///
    /// It calls `DescribeServices` until the response shows the state.
    fn wait_until_services_many(&self) -> ServicesManyFluentBuilder;
    /// Waits for the state `ServicesStable`.
    ///
    /// It calls `DescribeServices` until the response shows the state.
    fn wait_until_services_stable(&self) -> ServicesStableFluentBuilder;
    /// Waits until a table can be written to.
    ///
    /// It calls `DescribeTable` until the response shows the state.
    fn wait_until_table_exists(&self) -> TableExistsFluentBuilder;
    /// Waits for the state `TableNotExists`.
    ///
    /// It calls `DescribeTable` until the response shows the state.
    #[deprecated(note = "the service has deprecated it")]
    fn wait_until_table_not_exists(&self) -> TableNotExistsFluentBuilder;
    /// Waits for the state `TasksAllFound`.
    ///
    /// It calls `DescribeTasks` until the response shows the state.
    fn wait_until_tasks_all_found(&self) -> TasksAllFoundFluentBuilder;
    /// Waits for the state `TasksMarked`.
    ///
    /// It calls `DescribeTasks` until the response shows the state.
    fn wait_until_tasks_marked(&self) -> TasksMarkedFluentBuilder;
    /// Waits for the state `TasksRunning`.
    ///
    /// It calls `DescribeTasks` until the response shows the state.
    fn wait_until_tasks_running(&self) -> TasksRunningFluentBuilder;
    /// Waits for the state `TasksTagged`.
    ///
    /// It calls `DescribeTasks` until the response shows the state.
    fn wait_until_tasks_tagged(&self) -> TasksTaggedFluentBuilder;
}

mod sealed {
    pub trait Sealed {}
}

// ---- src/waiters/job_done.rs
/// Waits for the state `JobDone`.
///
/// It calls `GetJob` until the response shows the state.
#[derive(Clone, Debug)]
pub struct JobDoneFluentBuilder {
    handle: Arc<Handle>,
    pub(crate) inner: GetJobInputBuilder,
}

    /// Waits, for at most `max_wait`.
    ///
    /// # Errors
    ///
    /// Returns an error if a required member is not set, the state can no longer be reached, a call fails, or
    /// `max_wait` is over.
    pub async fn wait(
        self,
        max_wait: Duration,
    ) -> Result<JobDoneFinalPoll, WaitUntilJobDoneError> {
        let input = self.inner.build().map_err(WaiterError::construction_failure)?;
        waiter::wait::<GetJob>(&self.handle, input, 2..=120, max_wait, accept).await
    }

fn accept(
    _: &GetJobInput,
    result: Result<&GetJobOutput, &GetJobError>,
) -> AcceptorState {
    match result {
        Ok(output) => {
            if done(output) == Some(true) {
                AcceptorState::Success
            } else if fatal(output) == Some(true) {
                AcceptorState::Failure
            } else if _type(output) == Some("unknown") {
                AcceptorState::Failure
            } else if note(output) == Some("it's \"over\"") {
                AcceptorState::Failure
            } else {
                AcceptorState::NoAcceptorsMatched
            }
        }
        Err(_) => AcceptorState::NoAcceptorsMatched,
    }
}

// ---- src/waiters/job_gone.rs
fn accept(
    _: &GetJobInput,
    result: Result<&GetJobOutput, &GetJobError>,
) -> AcceptorState {
    match result {
        Ok(_) => AcceptorState::Retry,
        Err(error) => {
            if waiter::has_status(error, 404) {
                AcceptorState::Success
            } else if waiter::has_status(error, 403) {
                AcceptorState::Failure
            } else {
                AcceptorState::NoAcceptorsMatched
            }
        }
    }
}

// ---- src/waiters/job_stepped.rs
/// Evaluates `steps.*.state`.
fn state(output: &GetJobOutput) -> Option<Vec<&str>> {
    output
        .steps
        .as_ref()
        .map(|found| {
            found.values().filter_map(|item| item.state.as_deref()).collect::<Vec<_>>()
        })
}

// ---- src/waiters/services_many.rs
/// Evaluates `` length(services[]) > `0` && length(services[?status == 'ACTIVE' || status == 'DRAINING']) ==  length(services) ``.
fn state(output: &DescribeServicesOutput) -> bool {
    output.services.as_ref().map(|found| found.len() as i64).is_some_and(|left| left > 0)
        && output
            .services
            .as_ref()
            .map(|found| {
                found
                    .iter()
                    .filter(|&item| {
                        item.status.as_deref() == Some("ACTIVE")
                            || item.status.as_deref() == Some("DRAINING")
                    })
                    .collect::<Vec<_>>()
            })
            .map(|found| found.len() as i64)
            == output.services.as_ref().map(|found| found.len() as i64)
}

/// Evaluates `services[?enabled].[status, name][]`.
fn state_2(output: &DescribeServicesOutput) -> Option<Vec<&str>> {
    output
        .services
        .as_ref()
        .map(|found| {
            found
                .iter()
                .filter(|&item| item.enabled == Some(true))
                .map(|item| {
                    [item.status.as_deref(), item.name.as_deref()]
                        .into_iter()
                        .flatten()
                        .collect::<Vec<_>>()
                })
                .collect::<Vec<_>>()
        })
        .map(|found| found.into_iter().flatten().collect::<Vec<_>>())
}

/// Evaluates `keys(labels)`.
fn state_3(output: &DescribeServicesOutput) -> Option<Vec<&str>> {
    output
        .labels
        .as_ref()
        .map(|found| found.keys().map(|key| key.as_str()).collect::<Vec<_>>())
}

/// Evaluates `` length(services) < `2` ``.
fn state_4(output: &DescribeServicesOutput) -> Option<bool> {
    output.services.as_ref().map(|found| found.len() as i64).map(|left| left < 2)
}

/// Evaluates `` !(length(services) >= `9`) && !labels ``.
fn state_5(output: &DescribeServicesOutput) -> bool {
    output.services.as_ref().map(|found| found.len() as i64).is_none_or(|left| left < 9)
        && output.labels.as_ref().is_none_or(|found| found.is_empty())
}

// ---- src/waiters/tasks_marked.rs
/// Evaluates `` length(tasks[?tags.contains(@, 'done')]) > `0` ``.
fn state(output: &DescribeTasksOutput) -> Option<bool> {
    output
        .tasks
        .as_ref()
        .map(|found| {
            found
                .iter()
                .filter(|&item| {
                    item
                        .tags
                        .as_ref()
                        .map(|found| {
                            found.iter().map(|item| item.as_str()).collect::<Vec<_>>()
                        })
                        .zip(Some("done"))
                        .is_some_and(|(list, what)| list.contains(&what))
                })
                .collect::<Vec<_>>()
        })
        .map(|found| found.len() as i64)
        .map(|left| left > 0)
}

/// Evaluates `` length(tasks) > `0` ``.
fn state_2(output: &DescribeTasksOutput) -> Option<bool> {
    output.tasks.as_ref().map(|found| found.len() as i64).map(|left| left > 0)
}

/// Evaluates `tasks[0].[lastStatus, tags[0]]`.
fn state_3(output: &DescribeTasksOutput) -> Option<Vec<&str>> {
    [
        output
            .tasks
            .as_ref()
            .and_then(|found| found.first())
            .and_then(|found| found.last_status.as_deref()),
        output
            .tasks
            .as_ref()
            .and_then(|found| found.first())
            .and_then(|found| found.tags.as_ref())
            .and_then(|found| found.first().map(|item| item.as_str())),
    ]
        .into_iter()
        .collect::<Option<Vec<_>>>()
}

/// Evaluates `` contains(tasks[].[length(tags) >= `3`][], `true`) ``.
fn state_4(output: &DescribeTasksOutput) -> Option<bool> {
    output
        .tasks
        .as_ref()
        .map(|found| {
            found
                .iter()
                .map(|item| {
                    [
                        item
                            .tags
                            .as_ref()
                            .map(|found| found.len() as i64)
                            .map(|left| left >= 3),
                    ]
                        .into_iter()
                        .flatten()
                        .collect::<Vec<_>>()
                })
                .collect::<Vec<_>>()
        })
        .map(|found| found.into_iter().flatten().collect::<Vec<_>>())
        .zip(Some(true))
        .map(|(list, what)| list.contains(&what))
}

/// Evaluates `!(tasks[0].lastStatus | @ == 'PENDING') && tasks[0].lastStatus != 'NEW'`.
fn state_5(output: &DescribeTasksOutput) -> bool {
    output
        .tasks
        .as_ref()
        .and_then(|found| found.first())
        .and_then(|found| found.last_status.as_deref()) != Some("PENDING")
        && output
            .tasks
            .as_ref()
            .and_then(|found| found.first())
            .and_then(|found| found.last_status.as_deref()) != Some("NEW")
}

/// Evaluates `[tasks[0].lastStatus, failures[0].reason][]`.
fn state_6(output: &DescribeTasksOutput) -> Option<Vec<&str>> {
    Some(
        [
            output
                .tasks
                .as_ref()
                .and_then(|found| found.first())
                .and_then(|found| found.last_status.as_deref()),
            output
                .failures
                .as_ref()
                .and_then(|found| found.first())
                .and_then(|found| found.reason.as_deref()),
        ]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>(),
    )
}

// ---- src/waiters/tasks_tagged.rs
/// Evaluates `tasks[].tags[]`.
fn tags(output: &DescribeTasksOutput) -> Option<Vec<&str>> {
    output
        .tasks
        .as_ref()
        .map(|found| {
            found.iter().filter_map(|item| item.tags.as_ref()).collect::<Vec<_>>()
        })
        .map(|found| {
            found.into_iter().flatten().map(|item| item.as_str()).collect::<Vec<_>>()
        })
}

/// Evaluates `tasks[0].lastStatus`.
fn last_status(output: &DescribeTasksOutput) -> Option<&str> {
    output
        .tasks
        .as_ref()
        .and_then(|found| found.first())
        .and_then(|found| found.last_status.as_deref())
}

/// Evaluates `tasks[-1].lastStatus`.
fn last_status_2(output: &DescribeTasksOutput) -> Option<&str> {
    output
        .tasks
        .as_ref()
        .and_then(|found| found.last())
        .and_then(|found| found.last_status.as_deref())
}

/// Evaluates `contains(tasks[].lastStatus, 'PENDING') || contains(failures[].reason, 'SLOW')`.
fn state(output: &DescribeTasksOutput) -> bool {
    output
        .tasks
        .as_ref()
        .map(|found| {
            found
                .iter()
                .filter_map(|item| item.last_status.as_deref())
                .collect::<Vec<_>>()
        })
        .zip(Some("PENDING"))
        .is_some_and(|(list, what)| list.contains(&what))
        || output
            .failures
            .as_ref()
            .map(|found| {
                found
                    .iter()
                    .filter_map(|item| item.reason.as_deref())
                    .collect::<Vec<_>>()
            })
            .zip(Some("SLOW"))
            .is_some_and(|(list, what)| list.contains(&what))
}
