using Quire.Acceptance.Tests.Support;
using Quire.Testing;
using Quire.Testing.Processes;

namespace Quire.Acceptance.Tests.Linearizing;

/// <summary>Works with git: pushes to a branch that all of its kind race for, and to main, which nearly always has moved.</summary>
internal sealed class Pusher(Server server, Recorder recorder, int number, TempFolder folder) : Client(server, recorder, number)
{
    private const string Racing = "racing";
    private const int MostRounds = 100;
    private GitCli _git = null!;

    protected override Task Prepare() => Task.Run(() =>
    {
        new GitCli(folder.Path).Run("clone", "--quiet", Server.GitUrl, $"clone{Number}");
        _git = new GitCli(folder.Combine($"clone{Number}"));
    });

    protected override Task Work(int round) => Task.Run(() => Push(round % 3 == 0 ? "main" : Racing, round));

    // While the others write, main has moved by the time a push arrives; of those who only push, one is always first.
    protected override Task Finish() => Task.Run(() =>
    {
        for (var round = 1; !Push("main", round); round++)
            round.ShouldBeLessThan(MostRounds);
    });

    private bool Push(string branch, int round)
    {
        var invoked = Recorder.Now;
        _git.Run("fetch", "--quiet", "origin");
        var seen = _git.Run("rev-parse", $"origin/{branch}");
        Recorder.Read($"branch {branch}", seen, invoked);
        _git.Run("reset", "--quiet", "--hard", seen);
        File.WriteAllText(Path.Combine(_git.Folder, $"pushed{Number}.prompt.md"), $"{branch} {round}\n");
        var head = _git.CommitAll($"Client {Number}, round {round}");
        invoked = Recorder.Now;
        var pushed = _git.Try("push", "--quiet", "origin", $"HEAD:refs/heads/{branch}");
        if (pushed.ExitCode == 0)
        {
            Recorder.Wrote($"branch {branch}", head, invoked, seen);
            Recorder.Count($"pushes to {branch}");
            return true;
        }
        (pushed.Errors.Contains("rejected", StringComparison.Ordinal) || pushed.Errors.Contains("stale", StringComparison.Ordinal)).ShouldBeTrue(pushed.Errors);
        Recorder.Count($"pushes to {branch} refused");
        return false;
    }
}
