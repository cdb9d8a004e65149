using System.Diagnostics;
using System.Globalization;
using System.Text;
using Quire.Core.Access;
using Quire.Core.Changes;
using Quire.Core.Contents;
using Quire.Core.History;
using Quire.Core.Objects;
using Quire.Core.Organisations;
using Quire.Storage;

namespace Quire.Bench.Versioning;

/// <summary>Saves, one after another through the write door, in one folder of many prompts; how much the store file grows by them, and how fast they are.</summary>
internal static class Saves
{
    private const double Allowed = 100;
    private const int Seed = 42;
    private const int ReportEvery = 500;

    /// <summary>Runs it and prints the figures. A gate: 10,000 saves in a folder of 10,000 prompts grow the file by at most 100 MB.</summary>
    public static async Task<bool> Run(int prompts, int saves, string? database)
    {
        var folder = Directory.CreateTempSubdirectory("quire-saves-").FullName;
        try
        {
            await using var store = StoreFactory.Open(database ?? folder, TimeProvider.System, new StoreOptions { AllowUnsafeServer = true });
            var random = new Random(Seed);
            var objects = new ObjectCache();
            var signal = new ChangeSignal();
            var organisation = await new ProjectService(store, signal, TimeProvider.System).EnsureFirst();
            var caller = Principal.Owner(organisation.Id, organisation.Name);
            var commits = new CommitService(store, new WriteDoor(store, objects, new ContentReader(), signal, TimeProvider.System), objects, TimeProvider.System);
            await commits.Commit(caller, Request([.. Enumerable.Range(0, prompts).Select(number => Edit(random, number))]));
            var before = Bytes(folder);
            var clock = Stopwatch.StartNew();
            for (var save = 0; save < saves; save++)
            {
                await commits.Commit(caller, Request([Edit(random, random.Next(prompts))]));
                if ((save + 1) % ReportEvery == 0 && save + 1 < saves)
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"after {save + 1}: {(Bytes(folder) - before) / 1e6:F1} MB, {(save + 1) / clock.Elapsed.TotalSeconds:F1} saves/s"));
            }
            clock.Stop();
            var grown = (Bytes(folder) - before) / 1e6;
            var passed = grown <= Allowed * saves / 10_000;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{saves} saves in a folder of {prompts} prompts: {grown:F1} MB, {grown * 1e6 / saves:F0} bytes a save (file {before / 1e6:F1} MB before), {saves / clock.Elapsed.TotalSeconds:F0} saves/s {(passed ? "pass" : "FAIL")}"));
            return passed;
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static CommitRequest Request(IReadOnlyList<FileChange> changes) => new() { Project = "prompts", Message = "Save", Changes = changes };

    private static FileChange Edit(Random random, int number)
    {
        var words = string.Join(' ', Enumerable.Range(0, 60).Select(_ => Corpus.Words[random.Next(Corpus.Words.Length)]));
        var text = $"---\ndescription: Prompt {number}\n---\n{words}\nRevision {random.Next()} for {{{{ name }}}}\n";
        return new FileChange(string.Create(CultureInfo.InvariantCulture, $"folder/prompt-{number:D5}.prompt.md")) { Content = Encoding.UTF8.GetBytes(text) };
    }

    // The log counts too: what is in it is in the file a moment later.
    private static long Bytes(string folder) => new DirectoryInfo(folder).EnumerateFiles("quire.db").Sum(file => file.Length);
}
