using System.Text.Json;
using Quire.Core.Errors;
using Quire.Core.Langfuse;
using Quire.Core.Mlflow;
using Quire.Templating;

namespace Quire.Core.Imports.Reading;

/// <summary>Prompts as MLflow's REST interface writes them: registered models that are prompts, and their versions with what they say in tags.</summary>
/// <param name="options">What holds for what the source does not say.</param>
/// <param name="collected">Where they go.</param>
internal sealed class MlflowRows(ReadOptions options, ItemCollector collected)
{
    private const string SaveAgain = "Save the server's answer as it is.";
    private readonly Dictionary<string, ImportItem> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, long Version), List<string>> _aliases = [];
    private readonly HashSet<(string Name, long Version)> _versions = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _prompts = new(StringComparer.Ordinal);
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
        foreach (var version in versions.Where(version => TryTags(version)?.ContainsKey(MlflowKeys.Text) == true))
            _prompts.Add(NameOf(version));
        foreach (var model in models)
            ReadModel(name, model);
        foreach (var version in versions)
            ReadVersion(name, NameOf(version), version);
        // A model repeats its newest versions, and not always in full.
        foreach (var (model, version) in models.SelectMany(model => model.Items("latest_versions").Select(version => (NameOf(model), version))))
        {
            if (TryTags(version)?.ContainsKey(MlflowKeys.Text) == true)
                ReadVersion(name, model, version);
        }
        foreach (var prompt in _models.Keys.Where(prompt => !_seen.Contains(prompt)))
            collected.Fail(prompt, $"{name}, model {prompt}", "the file has no version of the prompt.", "Save the answer of model-versions/search for it, too.");
    }

    private static IEnumerable<JsonElement> One(JsonElement document, string member) => document.Member(member) is { } one ? [one] : [];

    private void ReadModel(string file, JsonElement model)
    {
        var name = NameOf(model);
        collected.Try(name, $"{file}, model {name}", () =>
        {
            var tags = Tags(model);
            if (!IsPrompt(tags) && !_prompts.Contains(name))
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

    private void ReadVersion(string file, string name, JsonElement version)
    {
        _seen.Add(name);
        if (_others.Contains(name))
            return;
        var origin = $"{file}, {name} version {version.Member("version")?.ToString()}";
        collected.Try(name, origin, () =>
        {
            var number = version.Number("version") ?? throw new ItemRefusedException("it has no 'version'.", SaveAgain);
            if (!_versions.Add((name, number)))
                return;
            var tags = Tags(version);
            if (!IsPrompt(tags) && !_prompts.Contains(name) && !_models.ContainsKey(name))
                throw new ItemRefusedException($"it is the version of a model, not of a prompt: it has no tag {MlflowKeys.IsPrompt}.", "Leave it out.");
            foreach (var alias in version.Items("aliases").Where(alias => alias.ValueKind == JsonValueKind.String))
                Alias(name, number, JsonMembers.Decode(alias));
            Add(name, number, version, tags, origin);
        });
    }

    private void Add(string name, long number, JsonElement version, Dictionary<string, string> tags, string origin)
    {
        var read = MlflowTags.Read(tags) ?? throw new ItemRefusedException($"it has no tag {MlflowKeys.Text}.", SaveAgain);
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
                Dialect = options.Dialect ?? (IsJinja(read, tags) ? Dialect.Jinja : null),
                Model = read.Model ?? JsonElement.Parse("{}"),
                ResponseFormat = read.ResponseFormat,
            }),
        }, _models.GetValueOrDefault(name) ?? new ImportItem { Name = name, Versions = [], IsDotted = true });
    }

    private static string NameOf(JsonElement item) => item.Member("name")?.ToString() ?? "";

    private static bool IsPrompt(Dictionary<string, string> tags) => string.Equals(tags.GetValueOrDefault(MlflowKeys.IsPrompt), "true", StringComparison.OrdinalIgnoreCase);

    // MLflow formats a text with blocks by Jinja, and any other by putting in the variables.
    private static bool IsJinja(MlflowTags read, Dictionary<string, string> tags) => tags.GetValueOrDefault(MlflowKeys.Type) == "jinja2"
        || (read.Text.IndexOf("{%", StringComparison.Ordinal) is >= 0 and var start && read.Text.IndexOf("%}", start, StringComparison.Ordinal) > 0);

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

    private static Dictionary<string, string>? TryTags(JsonElement of)
    {
        try
        {
            return Tags(of);
        }
        catch (ItemRefusedException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> Tags(JsonElement of)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in of.Items("tags"))
            tags[tag.Text("key") ?? throw new ItemRefusedException("a tag has no key.", SaveAgain)] = tag.Text("value") ?? "";
        return tags;
    }
}
