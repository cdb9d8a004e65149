// Measures the Studio in the machine's Chromium. `-- link`, `-- keys` and `-- rows` run one part.
using Quire.Bench.Studio;
using Quire.Testing;

const string Editor = "/projects/prompts/edit/support/answer";
var parts = args.Length == 0 ? ["link", "keys", "rows"] : args;
var samples = Path.Combine(RepositoryRoot.Combine("samples", "demo"));
var folders = Directory.EnumerateDirectories(samples).Order(StringComparer.Ordinal);
var demo = folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), Content: File.ReadAllText(file))))
    .GroupBy(file => file.Path).Select(group => group.Last()).ToList();

await using var browser = await Browser.Start();
await using var bare = await BarePages.Start();
await using var studio = await StudioUnderTest.Start();
await studio.Commit(demo);
if (parts.Contains("link"))
{
    var run = new LinkRun(browser, studio, bare);
    await run.Print("library", "/projects/prompts", ".prompt-row");
    await run.Print("editor", Editor, ".cm-content");
}
if (parts.Contains("keys"))
    await new KeysRun(browser, studio, bare).Print(Editor, demo.Single(file => file.Path == "support/answer.prompt.md").Content);
if (parts.Contains("rows"))
{
    await studio.Commit(Enumerable.Range(0, 10_000).Select(i => ($"team-{i % 40}/topic-{i % 400}/support-answer-{i}.prompt.md", $"---\ndescription: Answers question {i} of a customer\ntags: [t{i % 30}]\n---\nPrompt {i}.\n")));
    await new RowsRun(browser, studio, bare).Print("/projects/prompts", ".prompt-row");
}
