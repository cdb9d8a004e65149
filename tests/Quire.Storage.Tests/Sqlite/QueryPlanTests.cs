using Dapper;
using Quire.Core.Lineage;
using Quire.Core.Stores;
using Quire.Core.Webhooks;
using Quire.Storage.Sessions;
using Quire.Storage.Tests.Support;
using SQLitePCL;

namespace Quire.Storage.Tests.Sqlite;

public sealed class QueryPlanTests(Stores stores)
{
    public static TheoryData<string, Action<ISession>> LookUps => new()
    {
        { "organisations USING INTEGER PRIMARY KEY", session => session.Organisations.Get(1) },
        { "(name=?)", session => session.Organisations.Find("a") },
        { "(organisation_id=? AND name=?)", session => session.Projects.Find(1, "a") },
        { "(organisation_id=?)", session => session.Projects.List(1) },
        { "(project_id=? AND oid=?)", session => session.Objects.TryRead(1, Scene.Id(1), out _) },
        { "(project_id=? AND oid=?)", session => session.Objects.Existing(1, [Scene.Id(1)]) },
        { "(project_id=? AND oid>?)", session => session.Objects.List(1, null, 5) },
        { "(project_id=? AND name=?)", session => session.Refs.Find(1, "a") },
        { "(project_id=? AND name>? AND name<?)", session => session.Refs.List(1, "a/", "a/b", 5) },
        { "(project_id=? AND path=?)", session => session.Prompts.Find(1, "a") },
        { "prompts_standing (project_id=? AND path>? AND path<?)", session => session.Prompts.List(1, "a/", null, 5) },
        { "prompts_standing (project_id=?)", session => session.Prompts.Count(1) },
        { "(project_id=? AND old_path=?)", session => session.Prompts.FindMoved(1, "a") },
        { "redirects_by_prompt (project_id=? AND prompt_id=?)", session => session.Prompts.Redirects(1, 1) },
        { "(prompt_id=? AND number=?)", session => session.Versions.Find(1, 1, 1) },
        { "(prompt_id=? AND number<?)", session => session.Versions.List(1, 1, 5, 5) },
        { "versions_by_extends (organisation_id=? AND extends=?)", session => session.Versions.LatestContributions(1, ["a"]) },
        { "versions_by_extends (organisation_id=? AND extends=?)", session => session.Versions.AliasedContributions(1, ["a"], "b") },
        { "versions_by_commit (project_id=?)", session => session.Versions.HeldCommits(1) },
        { "(prompt_id=? AND name=?)", session => session.Aliases.Find(1, 1, "a") },
        { "(prompt_id=?)", session => session.Aliases.List(1, [1, 2]) },
        { "aliases_by_name (project_id=? AND name=?)", session => session.Aliases.ListByName(1, "a") },
        { "(project_id=? AND name=?)", session => session.Aliases.Epoch(1, "a") },
        { "(prompt_id=? AND number=? AND key=?)", session => session.Annotations.Find(1, 1, 1, "a") },
        { "(prompt_id=?)", session => session.Annotations.List(1, [1, 2]) },
        { "(organisation_id=? AND (sequence,idx)>(?,?))", session => session.Feed.List(1, 5, 1, 5) },
        { "(organisation_id=?)", session => session.Ledger.Last(1) },
        { "(organisation_id=? AND sequence>?)", session => session.Ledger.List(1, 5, 5) },
        { "(organisation_id=? AND key=?)", session => session.IdempotencyKeys.Find(1, "a") },
        { "(id=?)", session => session.ApiKeys.Find("a") },
        { "api_keys_by_organisation (organisation_id=?)", session => session.ApiKeys.List(1) },
        { "(organisation_id=? AND run_id=?)", session => session.Runs.Find(1, "a") },
        { "runs_by_age (organisation_id=? AND id<?)", session => session.Runs.List(1, new RunFilter(), 5, 5) },
        { "runs_by_kind (organisation_id=? AND kind=? AND id<?)", session => session.Runs.List(1, new RunFilter(RunKind.Experiment), 5, 5) },
        { "run_uses_by_version (prompt_id=? AND number=? AND run<?)", session => session.Runs.ListUsing(1, 1, 1, 5, 5) },
        { "u USING PRIMARY KEY (run=?)", session => session.Runs.Uses(1) },
        { "u USING PRIMARY KEY (run=?)", session => session.Runs.Sights([1, 2]) },
        { "run_metrics USING PRIMARY KEY (run=?)", session => session.Runs.Metrics(1) },
        { "(organisation_id=? AND webhook_id=?)", session => session.Webhooks.Find(1, "a") },
        { "(organisation_id=?)", session => session.Webhooks.List(1) },
        { "webhook_deliveries_by_state (webhook=? AND state=?)", session => session.Webhooks.HasPending(1, 5) },
        { "webhook_deliveries_by_key (webhook=? AND order_key=? AND state=?)", session => session.Webhooks.PendingKeys(1, ["a"]) },
        { "webhook_deliveries_due (webhook=? AND due_at<?)", session => session.Webhooks.ListDue(new Webhook { Row = 1, OrganisationId = 1, Id = "a", Url = "", Secret = [], CreatedAt = Scene.Now, SeenSequence = 0 }, Scene.Now, 5) },
        { "USING PRIMARY KEY (webhook=? AND sequence=? AND idx=?)", session => session.Webhooks.FindDelivery(1, 1, 1) },
        { "USING PRIMARY KEY (webhook=? AND (sequence,idx)<(?,?))", session => session.Webhooks.ListDeliveries(1, null, (5, 5), 5) },
        { "webhook_deliveries_by_state (webhook=? AND state=? AND (sequence,idx)<(?,?))", session => session.Webhooks.ListDeliveries(1, DeliveryState.Dead, (5, 5), 5) },
    };

    [Theory]
    [MemberData(nameof(LookUps), DisableDiscoveryEnumeration = true)]
    public async Task Every_look_up_goes_by_an_index(string index, Action<ISession> lookUp)
    {
        await using var store = stores.Private(Database.SqliteMemory);

        var plan = await store.Read(session => Plan((SqlSession)session, lookUp), TestContext.Current.CancellationToken);

        plan.Where(step => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("json_each", StringComparison.Ordinal)).ShouldBeEmpty();
        plan.ShouldContain(step => step.StartsWith("SEARCH", StringComparison.Ordinal) && step.Contains(index, StringComparison.Ordinal), string.Join('\n', plan));
    }

    private static List<string> Plan(SqlSession session, Action<ISession> lookUp)
    {
        var connection = session.Db.Connection;
        var statements = new List<string>();
        var handle = ((Microsoft.Data.Sqlite.SqliteConnection)connection).Handle;
        raw.sqlite3_trace(handle, (_, text) => statements.Add(text), null);
        lookUp(session);
        raw.sqlite3_trace(handle, (strdelegate_trace)null!, null);
        return [.. statements.SelectMany(text => connection.Query<PlanRow>("EXPLAIN QUERY PLAN " + text)).Select(row => row.Detail)];
    }

    private sealed class PlanRow
    {
        public string Detail { get; set; } = "";
    }
}
