namespace Quire.Prompts;

/// <summary>What a prompt renders to.</summary>
public enum PromptType
{
    /// <summary>One text.</summary>
    Text,

    /// <summary>A list of messages with roles.</summary>
    Chat,
}
