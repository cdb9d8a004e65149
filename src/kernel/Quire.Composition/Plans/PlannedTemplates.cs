using Quire.Prompts.PromptFiles;

namespace Quire.Composition.Plans;

/// <summary>For each template of the base prompt what its merge points get, ready for the engine.</summary>
internal sealed class PlannedTemplates
{
    private readonly Dictionary<PromptTemplate, PlannedTemplate> _byTemplate = new(ReferenceEqualityComparer.Instance);

    public PlannedTemplate this[PromptTemplate template] => _byTemplate[template];

    public static PlannedTemplates Of(ComposePlan plan)
    {
        var templates = new PlannedTemplates();
        foreach (var template in plan.Base.File.Templates())
            templates._byTemplate[template] = new(template, template.Template.MergePoints.Select(point => plan.Points[point.Name]).ToList());
        return templates;
    }
}
