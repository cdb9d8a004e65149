using System.Text.Json;
using Quire.Core.Errors;
using Quire.Core.Langfuse;
using Quire.Core.Mlflow;

namespace Quire.Core.Imports.Reading;

/// <summary>Prompts as MLflow's REST interface writes them: registered models that are prompts, and their versions with what they say in tags.</summary>
/// <param name="options">What holds for what the source does not say.</param>
/// <param name="collected">Where they go.</param>
internal sealed class MlflowRows(ReadOptions options, ItemCollector collected)
{
    private readonly Dictionary<string, ImportItem> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, long Version), List<string>> _aliases = [];
    private readonly HashSet<(string Name, long Version)> _seen = [];
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);

    /// <summary>Whether a document looks like one of MLflow's.</summary>
    public static bool Fits(JsonElement root) => root.Member("registered_models", "registered_model", "model_versions", "model_version") is not null;

    /// <summary>Reads documents: answers of the interface as they are, one or a list of them.</summary>
    /// <exception cref="QuireException"><c>import_refused</c>.</exception>
    public void Read(string name, JsonElement root)
    {
        var documents = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList() : [root];
        if (!documents.Exists(Fits))
            throw new QuireException(ErrorKind.Rejected, "import_refused", $"{name}: the file holds no registered models.", "Save the answers of registered-models/search and model-versions/search.");
        var models = documents.SelectMany(document => document.Items("registered_models").Concat(One(document, "registered_model"))).ToList();
        var versions = documents.SelectMany(document => document.Items("model_versions").Concat(One(document, "model_version"))).ToList();
        foreach (var model in models)
            ReadModel(name, model);
        // What stands in full goes before the newest ones that a model repeats.
        foreach (var version in versions.Concat(models.SelectMany(model => model.Items("latest_versions"))))
            ReadVersion(name, version);
    }

    private static IEnumerable<JsonElement> One(JsonElement document, string member) => document.Member(member) is { } one ? [one] : [];

    private void ReadModel(string file, JsonElement model)
    {
        var name = model.Member("name")?.ToString() ?? "";
        collected.Try(name, $"{file}, model {name}", () =>
        {
            var tags = Tags(model);
            if (tags.GetValueOrDefault(MlflowKeys.IsPrompt) != "true")
            {
                _others.Add(name);
                collected.Skip(name);
                return;
            }
            foreach (var alias in model.Items("aliases"))
                Alias(name, alias.Number("version") ?? 0, alias.Text("alias"));
            tags.Remove(MlflowKeys.IsPrompt);
            _models[name] = new ImportItem { Name = name, Versions = [], IsDotted = true, Properties = tags, Description = model.Text("description") is { Length: > 0 } text ? text : null };
        });
    }

    private void ReadVersion(string file, JsonElement version)
    {
        var name = version.Member("name")?.ToString() ?? "";
        if (_others.Contains(name))
            return;
        var origin = $"{file}, {name} version {version.Member("version")?.ToString()}";
        collected.Try(name, origin, () =>
        {
            var number = version.Number("version") ?? throw new ItemRefusedException("it has no 'version'.");
            if (!_seen.Add((name, number)))
                return;
            var tags = Tags(version);
            if (tags.GetValueOrDefault(MlflowKeys.IsPrompt) != "true")
                throw new ItemRefusedException($"it is the version of a model, not of a prompt: it has no tag {MlflowKeys.IsPrompt}.");
            foreach (var alias in version.Items("aliases").Where(alias => alias.ValueKind == JsonValueKind.String))
                Alias(name, number, JsonMembers.Decode(alias));
            Add(name, number, version, tags, origin);
        });
    }

    private void Add(string name, long number, JsonElement version, Dictionary<string, string> tags, string origin)
    {
        var read = MlflowTags.Read(tags) ?? throw new ItemRefusedException($"it has no tag {MlflowKeys.Text}.");
        collected.Add(name, new ImportVersion
        {
            Origin = origin,
            Number = number,
            Message = version.Text("description") is { Length: > 0 } message ? message : null,
            Aliases = [.. _aliases.GetValueOrDefault((name, number), []).Distinct(StringComparer.Ordinal)],
            Tags = read.Own,
            Content = new ImportContent.Parts(new ImportParts
            {
                Content = read.Messages is { } messages ? new LangfuseContent(null, [.. ChatMessages.Read(messages).Select(Placeholder)]) : new LangfuseContent(read.Text, null),
                Dialect = options.Dialect,
                Model = read.Model ?? JsonElement.Parse("{}"),
                ResponseFormat = read.ResponseFormat,
            }),
        }, _models.GetValueOrDefault(name) ?? new ImportItem { Name = name, Versions = [], IsDotted = true });
    }

    // MLflow has no placeholders; this is how Quire's own endpoints show them.
    private static LangfuseMessage Placeholder(LangfuseMessage message) =>
        message is { Role: "placeholder", Content: ['{', '{', .. var name, '}', '}'] } ? new LangfuseMessage(null, null, name) : message;

    private void Alias(string name, long number, string? alias)
    {
        if (alias is null or MlflowKeys.Latest)
            return;
        if (!_aliases.TryGetValue((name, number), out var known))
            _aliases[(name, number)] = known = [];
        known.Add(alias);
    }

    private static Dictionary<string, string> Tags(JsonElement of)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in of.Items("tags"))
            tags[tag.Text("key") ?? throw new ItemRefusedException("a tag has no key.")] = tag.Text("value") ?? "";
        return tags;
    }
}
