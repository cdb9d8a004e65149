using Quire.Templating.MergePoints;
using Quire.Templating.Parameters;

namespace Quire.Templating;

/// <summary>What a front-end finds out about a template beside its program.</summary>
internal sealed class TemplateDetails
{
    public IReadOnlyList<MergePoint> MergePoints { get; set; } = [];

    public IReadOnlyList<Parameter> Parameters { get; set; } = [];

    public IReadOnlyList<string> References { get; set; } = [];

    public bool HasDynamicReferences { get; set; }
}
