using Quire.Core.Counters;
using Quire.Storage.Tests.Support;

namespace Quire.Storage.Tests.Counters;

public sealed class ReadTableTests(Stores stores)
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    [Theory, EveryDatabase]
    public async Task Counts_of_one_kind_and_day_add_up_and_are_listed_newest_first(Database database)
    {
        var scene = await stores.Scene(database);
        var prompt = await scene.Write(session => session.Prompts.Add(scene.Prompt("a")));
        var key = new ReadKey(scene.ProjectId, prompt.Id, 2, "production", "k1");

        await scene.Write(session => session.Reads.Add([new ReadCount(key, Day, 5), new ReadCount(key with { Alias = "" }, Day.AddDays(-1), 1)]));
        await scene.Write(session => session.Reads.Add([new ReadCount(key, Day, 7)]));

        (await scene.Read(session => session.Reads.List(scene.ProjectId, prompt.Id, Day.AddDays(-9), Day, 10)))
            .ShouldBe([new ReadCount(key, Day, 12), new ReadCount(key with { Alias = "" }, Day.AddDays(-1), 1)]);
        (await scene.Read(session => session.Reads.Total(scene.ProjectId, prompt.Id, Day.AddDays(-9), Day))).ShouldBe(13);
        (await scene.Read(session => session.Reads.Total(scene.ProjectId, prompt.Id, Day.AddDays(1), Day.AddDays(2)))).ShouldBe(0);
    }

    [Theory, EveryDatabase]
    public async Task The_prompts_read_most_come_first(Database database)
    {
        var scene = await stores.Scene(database);
        var (a, b) = await scene.Write(session => (session.Prompts.Add(scene.Prompt("a")), session.Prompts.Add(scene.Prompt("b"))));
        ReadCount Of(long prompt, long number, long count) => new(new ReadKey(scene.ProjectId, prompt, number, "", "k"), Day, count);
        await scene.Write(session => session.Reads.Add([Of(a.Id, 1, 3), Of(b.Id, 1, 2), Of(b.Id, 2, 2)]));

        (await scene.Read(session => session.Reads.Top(scene.ProjectId, Day, Day, 10))).ShouldBe([new PromptReads("b", 4), new PromptReads("a", 3)]);
        (await scene.Read(session => session.Reads.Top(scene.ProjectId, Day, Day, 1))).ShouldBe([new PromptReads("b", 4)]);
        (await scene.Read(session => session.Reads.Top(scene.ProjectId, Day.AddDays(1), Day.AddDays(2), 10))).ShouldBeEmpty();
    }
}
