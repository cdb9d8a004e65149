using Quire.Testing.Processes;

namespace Quire.Core.Tests.Changes;

/// <summary>
/// A real history of 900 commits and 107 merges, pushed as one move of the default branch. What git's own log says of it, step by step along the
/// first parents, is counted here without any of Quire's code.
/// </summary>
public sealed class NumberingAgainstGitTests
{
    [Fact]
    public async Task Numbers_of_a_real_history_are_those_that_git_itself_counts()
    {
        using var fabric = new FabricHistory();
        var expected = GitNumbers.Count(fabric.Git);
        await using var shop = await Workshop.Open();
        var applied = await fabric.Push(shop);

        var listed = await shop.Lister.List(shop.Owner, Workshop.Project, limit: 1000);
        listed.Items.ToDictionary(item => item.Prompt.Path, item => item.Prompt.LastNumber).ShouldBe(expected, ignoreOrder: true);
        applied.Issued.Count.ShouldBeGreaterThan(listed.Items.Count);
        (await shop.Verifier.Verify(shop.Owner)).Problems.ShouldBeEmpty();
    }
}
