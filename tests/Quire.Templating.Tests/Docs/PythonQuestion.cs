namespace Quire.Templating.Tests.Docs;

/// <summary>A template for Python's Jinja2 and what it is given; variables are JSON.</summary>
internal sealed record PythonQuestion(string Template, string? Variables, IReadOnlyDictionary<string, string> Files, TemplateOptions Options);
