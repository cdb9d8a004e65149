using Quire.Acceptance.Tests.Support;

namespace Quire.Acceptance.Tests.Linearizing;

/// <summary>Commits to main, now on a head that it saw, now on whatever is there.</summary>
internal sealed class Committer(Server server, Recorder recorder, int number) : Client(server, recorder, number)
{
    /// <summary>How many of its commits were acknowledged; its file must say so at the end.</summary>
    public int Done { get; private set; }

    /// <summary>Its file.</summary>
    public string Path => $"own{Number}";

    protected override async Task Work(int round)
    {
        var expected = round % 2 == 0 ? await ReadHead() : null;
        if (await Commit("main", expected, ($"{Path}.prompt.md", $"{Done + 1}")) is not null)
            Done++;
    }
}
