using Quire.Cli.Terminal;

namespace Quire.Cli.Serving;

/// <summary>What a server prints when it is ready.</summary>
/// <param name="cli">Where to.</param>
/// <param name="address">The address.</param>
/// <param name="folder">The data folder; null where a database is used.</param>
/// <param name="redis">The Redis that is the second tier of the caches, without its password; null for none.</param>
internal sealed class Greeting(CliContext cli, string address, string? folder, string? redis)
{
    /// <summary>The file that a new owner key is written to where nobody watches.</summary>
    public const string KeyFile = "owner.key";

    /// <summary>Prints.</summary>
    /// <param name="owner">The owner key, where it was just made.</param>
    /// <param name="throwaway">Whether the folder lives as long as the server.</param>
    public void Print(string? owner, bool throwaway)
    {
        cli.WriteLine($"Quire listens on {address}");
        if (folder is not null)
            cli.WriteLine($"  data  {folder}{(throwaway ? "  (deleted when the server stops)" : "")}");
        if (redis is not null)
            cli.WriteLine($"  cache redis {redis}");
        if (owner is not null && (throwaway || cli.IsTerminal || folder is null))
            cli.WriteLine($"  key   {owner}{(throwaway ? "" : "  (shown once; quire keys reset makes a new one)")}");
        else if (owner is not null)
            cli.WriteLine($"  key   in {WriteKey(owner)}");
        if (throwaway && owner is not null)
            PrintCommands(owner);
        cli.WriteLine("Stop with Ctrl+C.");
    }

    private void PrintCommands(string key)
    {
        var quire = Shell.Quote(cli.Setting("QUIRE_COMMAND") ?? Environment.ProcessPath ?? "quire");
        var server = $"--server {address} --key {key}";
        cli.WriteLine();
        cli.WriteLine("Try in another terminal:");
        cli.WriteLine($"  {quire} list {server}");
        cli.WriteLine($"  {quire} compose support/answer@production --tenant acme --feature billing --agent triage --user 'Where is my refund?' {server}");
        cli.WriteLine($"  curl -s -H 'Authorization: Bearer {key}' '{address}/api/v1/orgs/main/projects/prompts/prompts/support%2Fanswer?alias=production'");
        cli.WriteLine();
    }

    private string WriteKey(string owner)
    {
        var path = Path.Combine(folder!, KeyFile);
        PrivateFile.Write(path, owner);
        return path;
    }
}
