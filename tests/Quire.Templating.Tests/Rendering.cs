using System.Text;
using Quire.Templating.Values;

namespace Quire.Templating.Tests;

/// <summary>Short ways to read and render in tests.</summary>
internal static class Rendering
{
    public static Value Json(string json) => Value.FromJson(Encoding.UTF8.GetBytes(json));

    public static Template Read(string source, TemplateOptions? options = null)
    {
        var parsed = Template.Parse(source, options);
        parsed.Diagnostics.ShouldBeEmpty();
        return parsed.Template.ShouldNotBeNull();
    }

    public static string Print(string source, string variables = "{}", TemplateOptions? options = null)
    {
        var result = Read(source, options).Render(new RenderRequest { Variables = Json(variables) });
        result.Error.ShouldBeNull();
        return result.Output.ShouldNotBeNull();
    }

    public static RenderResult Try(string source, RenderRequest? request = null, TemplateOptions? options = null) =>
        Read(source, options).Render(request ?? new RenderRequest());
}
