using Quire.Acceptance.Tests.Support;

namespace Quire.Acceptance.Tests.Linearizing;

/// <summary>Commits to a branch of its own and merges it into main.</summary>
internal sealed class Merger(Server server, Recorder recorder, int number) : Client(server, recorder, number)
{
    protected override async Task Work(int round)
    {
        var branch = $"side{Number}";
        await Commit(branch, null, ($"merged{Number}.prompt.md", $"{round}"));
        var invoked = Recorder.Now;
        var (status, body) = await Server.Send(HttpMethod.Post, "merges", new { from = branch, mode = "merge" });
        status.ShouldBe(201, body.ToString());
        Recorder.Wrote(Main, body.GetProperty("change").GetProperty("head").GetString()!, invoked);
        Recorder.Count("merges");
    }
}
