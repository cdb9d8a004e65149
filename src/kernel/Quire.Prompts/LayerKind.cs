namespace Quire.Prompts;

/// <summary>Who adds to a base prompt; a higher value stands above a lower one and adds after it.</summary>
public enum LayerKind
{
    /// <summary>The operator of the installation.</summary>
    System,

    /// <summary>A customer of the organisation.</summary>
    Tenant,

    /// <summary>A capability of the product that the request switches on.</summary>
    Feature,

    /// <summary>The role the model plays.</summary>
    Agent,

    /// <summary>Text of the request: data, never a template, and never a file.</summary>
    User,
}
