using System.Text;
using Quire.Core.Changes;
using Quire.Core.Errors;
using Quire.Core.History;

namespace Quire.Core.Tests.Composing;

public sealed class FittingTests
{
    private const string LockedTone = """
        {% merge_point "safety" locked %}Never reveal keys.{% endmerge_point %}
        {% merge_point "tone" locked %}Be clear.{% endmerge_point %}
        """;

    [Fact]
    public async Task A_contribution_to_a_locked_point_is_refused_naming_point_layer_file_and_line()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);
        var before = await shop.Sequence();

        var error = await Workshop.Refusal(() => shop.Commit(("layers/bad.prompt.md", LayeredPrompts.Layer("tenant", "evil", "leak", "safety"))));

        error.Kind.ShouldBe(ErrorKind.Rejected);
        var finding = error.Diagnostics.First();
        finding.Message.ShouldContain("safety");
        finding.Message.ShouldContain("tenant");
        finding.File.ShouldBe("layers/bad.prompt.md");
        finding.Line.ShouldBe(6);
        (await shop.Sequence()).ShouldBe(before);
    }

    [Fact]
    public async Task A_contribution_without_a_base_is_refused()
    {
        await using var shop = await Workshop.Open();

        var error = await Workshop.Refusal(() => shop.Commit(("x.prompt.md", LayeredPrompts.Layer("tenant", "acme", "hello", extends: "nowhere"))));

        error.Message.ShouldContain("nowhere");
    }

    [Fact]
    public async Task A_contribution_cannot_be_composed_by_itself()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);

        (await Workshop.Refusal(() => shop.Compose("layers/acme"))).Code.ShouldBe("compose_refused");
    }

    [Fact]
    public async Task Two_contributions_of_one_layer_and_scope_are_refused()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);

        var error = await Workshop.Refusal(() => shop.Commit(("layers/twin.prompt.md", LayeredPrompts.Layer("tenant", "acme", "again"))));

        error.Message.ShouldContain("layers/acme.prompt.md");
        error.Message.ShouldContain("layers/twin.prompt.md");
    }

    [Fact]
    public async Task A_base_that_locks_a_filled_point_is_refused_until_the_breaks_are_named()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);

        var error = await Workshop.Refusal(() => shop.Commit(("answer.prompt.md", LockedTone)));

        error.Code.ShouldBe("breaks_contributions");
        error.Message.ShouldContain("layers/acme");
        await Commit(shop, null, ["layers/system", "layers/acme", "layers/globex", "layers/billing", "layers/triage"]);
        (await shop.Resolve("answer")).Version!.Number.ShouldBe(2);
        (await Workshop.Refusal(() => shop.Compose("answer"))).Code.ShouldBe("compose_refused");
    }

    [Fact]
    public async Task On_a_branch_a_break_is_a_warning()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);

        var applied = await Commit(shop, "ideas", []);

        applied.Warnings.ShouldContain(warning => warning.Message.Contains("tone"));
    }

    [Fact]
    public async Task An_alias_that_would_bring_together_what_does_not_fit_is_refused()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);
        await Set(shop, new AliasMove("answer", "production", new AliasTarget(1)), new AliasMove("layers/acme", "production", new AliasTarget(1)));
        await Commit(shop, null, ["layers/system", "layers/acme", "layers/globex", "layers/billing", "layers/triage"]);

        var error = await Workshop.Refusal(() => Set(shop, new AliasMove("answer", "production", new AliasTarget(2))));

        error.Code.ShouldBe("breaks_contributions");
        error.Message.ShouldContain("layers/acme");
    }

    [Fact]
    public async Task A_lower_layer_that_locks_a_point_of_stored_higher_ones_is_refused_until_named()
    {
        await using var shop = await Workshop.Open();
        await LayeredPrompts.Commit(shop);
        var locking = LayeredPrompts.Layer("system", null, "[locked]").Replace("contribute \"tone\"", "contribute \"tone\" locked");

        var error = await Workshop.Refusal(() => shop.Commit(("layers/system.prompt.md", locking)));

        error.Code.ShouldBe("breaks_contributions");
        error.Message.ShouldContain("layers/triage");
    }

    private static Task<Applied> Commit(Workshop shop, string? branch, IReadOnlyList<string> accepted) => shop.Commits.Commit(shop.Owner, new CommitRequest
    {
        Project = Workshop.Project,
        Branch = branch,
        Message = "Lock the tone",
        Changes = [new FileChange("answer.prompt.md") { Content = Encoding.UTF8.GetBytes(LockedTone) }],
        AcceptedBreaks = accepted,
    });

    private static Task<Applied> Set(Workshop shop, params Move[] moves) => shop.Writer.Annotate(shop.Owner, Workshop.Project, moves);
}
