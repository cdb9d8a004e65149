using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Quire.AspNetCore.Tests.Support;
using Quire.Core.Access;
using Quire.Core.Counters;

namespace Quire.AspNetCore.Tests.Pipeline;

/// <summary>
/// A key that is bound to one tenant, on every route that there is: asked about another tenant's contribution and about one that never existed,
/// a route gives the same answer; and no answer tells anything of the other's, whatever is asked.
/// </summary>
public sealed partial class TenantIsolationTests
{
    private const string Other = "zyxwvu";
    private const string Nobody = "qwrtzp";
    private const string Secret = "wolfram";
    private const string O = "/api/v1/orgs/main";
    private const string P = Sending.Project;

    // Per operation of the OpenAPI document: the method, the target and the body, for a name.
    private static readonly Dictionary<string, Func<string, (string Method, string Url, object? Body)[]>> Probes = new(StringComparer.Ordinal)
    {
        ["getHome"] = _ => [("GET", "/", null)],
        ["getHealth"] = _ => [("GET", "/health", null)],
        ["getOpenApi"] = _ => [("GET", "/openapi/v1.json", null)],
        ["getMe"] = _ => [("GET", "/api/v1/me", null)],
        ["createSession"] = name => [("POST", "/api/v1/session", new { key = name })],
        ["endSession"] = _ => [("DELETE", "/api/v1/session", null)],
        ["listProjects"] = _ => [("GET", $"{O}/projects", null)],
        ["createProject"] = _ => [("POST", $"{O}/projects", new { name = "prompts" })],
        ["getProject"] = name => [("GET", P, null), ("GET", $"{O}/projects/{name}-x", null)],
        ["listPrompts"] = name => [("GET", $"{P}/prompts", null), ("GET", $"{P}/prompts?prefix=layers/{name}", null)],
        ["searchProject"] = name => [("GET", $"{P}/search?q={name}", null), ("GET", $"{P}/search?q={Secret}", null), ("GET", $"{P}/search?layer=tenant", null), ("GET", $"{P}/search?folder=layers/{name}", null)],
        ["searchOrganisation"] = name => [("GET", $"{O}/search?q={name}*", null), ("GET", $"{O}/search?q={Secret}", null), ("GET", $"{O}/search?q=-{name}&limit=1000", null), ("GET", $"{O}/search?alias=production", null)],
        ["getSimilar"] = name => [("GET", $"{P}/prompts/layers%2F{name}/similar", null), ("GET", $"{P}/prompts/answer/similar?least=0.1", null), ("GET", $"{P}/prompts/answer/similar?least=0.1&everywhere=true", null)],
        ["getSimilarPairs"] = _ => [("GET", $"{P}/similar-pairs?least=0.3", null)],
        ["getSimilarPairsOfAll"] = _ => [("GET", $"{O}/similar-pairs?least=0.3", null)],
        ["getTagSuggestions"] = name => [("GET", $"{P}/prompts/layers%2F{name}/tag-suggestions", null), ("GET", $"{P}/prompts/answer/tag-suggestions", null)],
        ["getPrompt"] = name => [("GET", $"{P}/prompts/layers%2F{name}", null), ("GET", $"{P}/prompts/layers%2F{name}?alias=production", null), ("GET", $"{P}/prompts/layers%2F{name}?ref=main", null), ("GET", $"{P}/prompts/layers%2F{name}?version=1", null)],
        ["putPrompt"] = name => [("PUT", $"{P}/prompts/layers%2F{name}", new { source = "x", message = "m" })],
        ["deletePrompt"] = name => [("DELETE", $"{P}/prompts/layers%2F{name}", null)],
        ["getPromptSource"] = name => [("GET", $"{P}/prompts/layers%2F{name}/source", null), ("GET", $"{P}/prompts/layers%2F{name}/source?ref=main", null)],
        ["movePrompt"] = name => [("POST", $"{P}/prompts/layers%2F{name}/move", new { to = "layers/x", message = "m" })],
        ["listVersions"] = name => [("GET", $"{P}/prompts/layers%2F{name}/versions", null)],
        ["getVersion"] = name => [("GET", $"{P}/prompts/layers%2F{name}/versions/1", null)],
        ["deleteVersion"] = name => [("DELETE", $"{P}/prompts/layers%2F{name}/versions/1", null)],
        ["listAliases"] = name => [("GET", $"{P}/prompts/layers%2F{name}/aliases", null)],
        ["setAlias"] = name => [("PUT", $"{P}/prompts/layers%2F{name}/aliases/production", new { version = 1 })],
        ["removeAlias"] = name => [("DELETE", $"{P}/prompts/layers%2F{name}/aliases/production", null)],
        ["stageBlobs"] = _ => [("POST", $"{P}/blobs", new { blobs = Array.Empty<object>() })],
        ["createCommit"] = name => [("POST", $"{P}/commits", new { message = "m", changes = new[] { new { path = $"layers/{name}.prompt.md", content = "x" } } })],
        ["listCommits"] = _ => [("GET", $"{P}/commits", null)],
        ["getCommit"] = _ => [("GET", $"{P}/commits/main", null)],
        ["getPromptHistory"] = name => [("GET", $"{P}/prompts/layers%2F{name}/history", null)],
        ["listBranches"] = _ => [("GET", $"{P}/branches", null)],
        ["getBranch"] = _ => [("GET", $"{P}/branches/main", null)],
        ["setBranch"] = _ => [("PUT", $"{P}/branches/x", new { target = "main" })],
        ["deleteBranch"] = _ => [("DELETE", $"{P}/branches/x", null)],
        ["getTree"] = name => [("GET", $"{P}/tree", null), ("GET", $"{P}/tree?path=layers/{name}.prompt.md", null)],
        ["renameBranch"] = _ => [("POST", $"{P}/branches/main/rename", new { to = "x" })],
        ["settleBranch"] = _ => [("PUT", $"{P}/branches/main/settings", new { @default = true })],
        ["listTags"] = _ => [("GET", $"{P}/tags", null)],
        ["createTag"] = _ => [("PUT", $"{P}/tags/x", new { target = "main" })],
        ["deleteTag"] = _ => [("DELETE", $"{P}/tags/x", null)],
        ["createMerge"] = _ => [("POST", $"{P}/merges", new { source = "main" })],
        ["createRevert"] = _ => [("POST", $"{P}/reverts", new { commit = "main" })],
        ["createCherryPick"] = _ => [("POST", $"{P}/cherry-picks", new { commit = "main" })],
        ["restorePath"] = name => [("POST", $"{P}/restores", new { path = $"layers/{name}", source = "main" })],
        ["rollbackPrompt"] = name => [("POST", $"{P}/prompts/layers%2F{name}/rollback", new { version = 1 })],
        ["getBlame"] = name => [("GET", $"{P}/blame?path=layers/{name}.prompt.md", null)],
        ["listTrash"] = _ => [("GET", $"{P}/trash", null)],
        ["restorePrompt"] = name => [("POST", $"{P}/trash/layers%2F{name}/restore", null)],
        ["diffTrees"] = _ => [("GET", $"{P}/diff?from=main&to=main", null)],
        ["diffPrompt"] = name => [("GET", $"{P}/prompts/layers%2F{name}/diff?from=1&to=1", null)],
        ["getChanges"] = _ => [("GET", $"{O}/changes?after=0&limit=1000", null)],
        ["listKeys"] = _ => [("GET", $"{O}/keys", null)],
        ["createKey"] = name => [("POST", $"{O}/keys", new { name = "k", permissions = new[] { "read" }, tenantScopes = new[] { name } })],
        ["revokeKey"] = name => [("DELETE", $"{O}/keys/{name}", null)],
        ["composePrompt"] = name =>
        [
            ("POST", $"{P}/compose", new { prompt = "answer", tenant = name, explain = true }),
            ("POST", $"{P}/compose", new { prompt = "answer", tenant = name, alias = "production", explain = true }),
            ("POST", $"{P}/compose", new { prompt = "answer", tenant = name, selectors = new { tenant = "ref:main" }, explain = true }),
            ("POST", $"{P}/compose", new { prompt = "answer", tenant = name, @ref = "main", explain = true }),
            ("POST", $"{P}/compose", new { prompt = $"layers/{name}", explain = true }),
            ("POST", $"{P}/compose", new { prompt = $"layers/{name}@1" }),
        ],
        ["previewPrompt"] = name => [("POST", $"{P}/preview", new { request = new { prompt = "answer", tenant = name, explain = true }, sources = new Dictionary<string, string>() })],
        ["validateSource"] = name =>
        [
            // The base with the point locked: a warning for what that breaks.
            ("POST", $"{P}/validate", new { path = "answer.prompt.md", source = """{% merge_point "tone" locked %}x{% endmerge_point %}""" }),
            // A higher layer: the other's lock of the point it fills.
            ("POST", $"{P}/validate", new { path = "layers/agent.prompt.md", source = Layer("agent", null, "tone", "x") }),
            // The same layer and scope twice.
            ("POST", $"{P}/validate", new { path = "layers/twin.prompt.md", source = Layer("tenant", name, "tone", "x") }),
            ("POST", $"{P}/validate", new { path = "x.prompt.md", source = $"---\nextends: layers/{name}\nlayer: agent\n---\n{{% contribute \"tone\" %}}x{{% endcontribute %}}\n" }),
        ],
        ["getRules"] = _ => [("GET", $"{O}/rules", null)],
        ["setRules"] = _ => [("PUT", $"{O}/rules", new { })],
        ["getCache"] = _ => [("GET", "/api/v1/cache", null)],
        ["clearCache"] = _ => [("DELETE", "/api/v1/cache", null)],
        ["verifyStore"] = _ => [("POST", $"{O}/verify", null)],
        ["collectGarbage"] = _ => [("POST", $"{O}/gc", new { dryRun = true })],
        ["patchPrompt"] = name => [("PATCH", $"{P}/prompts/layers%2F{name}", new { addTags = new[] { "t" } })],
        ["patchVersion"] = name => [("PATCH", $"{P}/prompts/layers%2F{name}/versions/1", new { tags = new { a = "b" } })],
        ["annotatePrompts"] = name => [("POST", $"{P}/annotations", new { paths = new[] { $"layers/{name}" }, addTags = new[] { "t" } }), ("POST", $"{P}/annotations", new { folder = "layers", addTags = new[] { "t" } })],
        ["moveAlias"] = name => [("POST", $"{P}/aliases/staging", new { paths = new[] { $"layers/{name}" }, version = 1 }), ("POST", $"{P}/aliases/staging", new { folder = "layers", version = 1 })],
        ["removeAliases"] = _ => [("DELETE", $"{P}/aliases/production?folder=layers", null)],
        ["listProtectedAliases"] = _ => [("GET", $"{P}/protected-aliases", null)],
        ["setProtectedAlias"] = _ => [("PUT", $"{P}/protected-aliases/x", null)],
        ["removeProtectedAlias"] = _ => [("DELETE", $"{P}/protected-aliases/x", null)],
        ["listSets"] = _ => [("GET", $"{P}/sets", null)],
        ["getSet"] = _ => [("GET", $"{P}/sets/layers", null)],
        ["putSet"] = _ => [("PUT", $"{P}/sets/layers", new { folder = "layers" })],
        ["deleteSet"] = _ => [("DELETE", $"{P}/sets/layers", null)],
        ["moveFolder"] = _ => [("POST", $"{P}/folders/layers/move", new { to = "elsewhere" })],
        ["instantiatePrompt"] = name => [("POST", $"{P}/prompts/layers%2F{name}/instantiate", new { to = "copies/x" })],
        ["seedPrompts"] = name => [("POST", $"{P}/seed", new { prompts = new Dictionary<string, object> { [$"layers/{name}"] = new { text = "x" } }, dryRun = true })],
        ["getReads"] = name => [("GET", $"{P}/prompts/layers%2F{name}/reads", null)],
        ["getTopReads"] = _ => [("GET", $"{P}/reads", null)],
        ["listDrafts"] = _ => [("GET", $"{P}/drafts", null)],
        ["getDraft"] = name => [("GET", $"{P}/drafts/layers%2F{name}", null)],
        ["putDraft"] = name => [("PUT", $"{P}/drafts/layers%2F{name}", new { source = "x" })],
        ["deleteDraft"] = name => [("DELETE", $"{P}/drafts/layers%2F{name}", null)],
        ["listRuns"] = _ => [("GET", $"{O}/runs", null)],
        ["createRun"] = name => [("POST", $"{O}/runs", new { id = $"new-{name}", kind = "evaluation", prompts = new[] { $"layers/{name}@1" } })],
        ["getRun"] = name => [("GET", $"{O}/runs/run-{name}", null)],
        ["patchRun"] = name => [("PATCH", $"{O}/runs/run-{name}", new { metrics = new { a = 1 } })],
        ["getRunParameters"] = name => [("GET", $"{O}/runs/run-{name}/mlflow", null)],
        ["getUsage"] = name => [("GET", $"{P}/prompts/layers%2F{name}/versions/1/usage", null), ("GET", $"{P}/prompts/answer/versions/1/usage", null)],
        ["commitDraft"] = name => [("POST", $"{P}/drafts/layers%2F{name}/commit", new { message = "m" })],
    };

    [Fact]
    public async Task Another_tenants_contribution_answers_as_one_that_never_was()
    {
        await using var quire = await Store();
        using var bound = await quire.ClientWith(Permissions.All & ~Permissions.Keys, tenants: ["acme"]);
        foreach (var (operation, probe) in Probes)
        {
            foreach (var (hidden, missing) in probe(Other).Zip(probe(Nobody)))
            {
                var first = await bound.Send(hidden.Method, hidden.Url, hidden.Body);
                var second = await bound.Send(missing.Method, missing.Url, missing.Body);
                var what = $"{operation}: {hidden.Method} {hidden.Url} {hidden.Body}\n{first.Text}";
                first.Text.ShouldNotContain(Secret, Case.Insensitive, what);
                if (!$"{hidden.Url}{System.Text.Json.JsonSerializer.Serialize(hidden.Body)}".Contains(Other, StringComparison.Ordinal))
                    first.Text.ShouldNotContain(Other, Case.Insensitive, what);
                first.Status.ShouldBe(second.Status, what);
                // Caches count, and keys are new; everything else is equal to the letter.
                if (operation is not ("getCache" or "createKey"))
                    Plain(first.Text, Other).ShouldBe(Plain(second.Text, Nobody), what);
            }
        }
    }

    [Fact]
    public async Task Every_route_is_asked()
    {
        await using var quire = await RunningQuire.Start();
        var document = (await quire.Client.Get("/openapi/v1.json")).Json;
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Where(member => member.Value.ValueKind == System.Text.Json.JsonValueKind.Object && member.Value.TryGetProperty("operationId", out _))
            .Select(member => member.Value.GetProperty("operationId").GetString()!).ToList();
        operations.Except(Probes.Keys).ShouldBeEmpty("A new route: say in Probes how it could tell of another tenant.");
        Probes.Keys.Except(operations).ShouldBeEmpty();
    }

    [Fact]
    public async Task Git_shows_a_bound_key_nothing()
    {
        await using var quire = await Store();
        using var bound = await quire.ClientWith(Permissions.All & ~Permissions.Keys, tenants: ["acme"]);
        var reply = await bound.Get("/git/main/prompts.git/info/refs?service=git-upload-pack");
        ((int)reply.Status).ShouldBe(403, reply.Text);
        reply.Text.ShouldNotContain("refs/heads");
    }

    private static async Task<RunningQuire> Store()
    {
        var quire = await RunningQuire.Start();
        await quire.Commit(
            ("answer.prompt.md", """{% merge_point "tone" %}Be clear.{% endmerge_point %}"""),
            ("layers/acme.prompt.md", Layer("tenant", "acme", "tone", "Be kind.")),
            ($"layers/{Other}.prompt.md", Layer("tenant", Other, "tone", Secret).Replace("contribute \"tone\"", "contribute \"tone\" locked", StringComparison.Ordinal)));
        foreach (var path in (string[])["answer", "layers%2Facme", $"layers%2F{Other}"])
        {
            (await quire.Client.Send("PUT", $"{P}/prompts/{path}/aliases/production", new { version = 1 })).Message.IsSuccessStatusCode.ShouldBeTrue();
            (await quire.Client.Get($"{P}/prompts/{path}?alias=production")).Message.IsSuccessStatusCode.ShouldBeTrue();
        }
        (await quire.Client.Send("POST", $"{O}/runs", new { id = $"run-{Other}", kind = "evaluation", prompts = new[] { "answer@1", $"layers/{Other}@1" } })).Message.IsSuccessStatusCode.ShouldBeTrue();
        await quire.Services.GetRequiredService<ReadCounters>().Flush();
        return quire;
    }

    private static string Layer(string layer, string? scope, string point, string text) =>
        $"---\nextends: answer\nlayer: {layer}\n{(scope is null ? "" : $"scope: {scope}\n")}---\n{{% contribute \"{point}\" %}}{text}{{% endcontribute %}}\n";

    private static string Plain(string text, string name) => Nonce().Replace(Cached().Replace(text.Replace(name, "NAME", StringComparison.OrdinalIgnoreCase), ""), "");

    // Whether a plan was ready depends on who asked before.
    [GeneratedRegex("\"cached\":(true|false)")]
    private static partial Regex Cached();

    // The Studio's page has a new one each time.
    [GeneratedRegex("name=\"quire-nonce\" content=\"[^\"]+\"")]
    private static partial Regex Nonce();
}
