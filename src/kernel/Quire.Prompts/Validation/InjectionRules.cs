using Quire.Templating.Diagnostics;

namespace Quire.Prompts.Validation;

/// <summary>
/// Signs of prompt injection. A sign is a risk, never a verdict: prompts about injection have them too, so nothing here blocks.
/// </summary>
internal static class InjectionRules
{
    private const string Look = "look at it: nothing is blocked for this";

    public static IReadOnlyList<TextRule> All { get; } =
    [
        Sign(ValidationCodes.OverridesInstructions, "These words tell a model to drop its instructions.", ["ignore", "disregard", "forget", "override", "bypass"],
            @"\b(?:ignore|disregard|forget|override|bypass)\s+(?:(?:all|any|every|each|the|your|of|these|those|my|and|everything)\s+){0,4}(?:(?:previous|prior|above|preceding|earlier|former|foregoing|existing|original|initial|system|safety)\s+){1,2}(?:(?:system|safety)\s+)?(?:instructions?|prompts?|rules?|directions?|guidelines?|messages?|context|commands?|constraints?|programming)"),
        Sign(ValidationCodes.OverridesInstructions, "These words tell a model to drop its instructions.", ["ignore", "disregard", "forget"],
            @"\b(?:ignore|disregard|forget)\s+(?:everything|all|anything)\s+(?:(?:that|which|you)\s+){0,2}(?:(?:was|were|have|has|been|said|told|written|came)\s+){0,4}(?:above|before|so\s+far|until\s+now|previously)"),
        Sign(ValidationCodes.OverridesInstructions, "These words tell a model to drop its instructions.", ["ignoriere", "vergiss", "ignora", "olvida", "ignorez", "oubliez", "ignore"],
            @"\b(?:(?:ignoriere|vergiss)\s+(?:alle\s+)?(?:vorherigen|bisherigen|obigen)\s+(?:anweisungen|regeln)|(?:ignora|olvida)\s+(?:todas\s+)?las\s+instrucciones\s+(?:anteriores|previas)|(?:ignorez|oubliez|ignore|oublie)\s+(?:toutes\s+)?les\s+(?:instructions|consignes)\s+(?:précédentes|antérieures))"),
        Sign(ValidationCodes.OverridesInstructions, "These words announce instructions that replace others.", ["instruction"],
            @"\b(?:(?:new|updated|real|actual)\s+(?:system\s+)?instructions?\s*:|(?:these|the\s+following)\s+instructions?\s+(?:supersede|override|replace)\b)"),
        Sign(ValidationCodes.AsksForInstructions, "These words ask a model for its hidden instructions.", ["prompt", "instruction", "message", "rule"],
            @"\b(?:reveal|show|print|repeat|output|display|tell\s+me|give\s+me|leak|expose|dump)\s+(?:(?:me|us|back|out|all|the|of|your|its|entire|full|exact|complete|verbatim|word\s+for\s+word)\s+){0,5}(?:(?:system|hidden|initial|original|secret|internal|developer)\s+)(?:prompts?|instructions?|messages?|rules?)"),
        Sign(ValidationCodes.AsksForInstructions, "These words ask a model for its hidden instructions.", ["repeat", "print"],
            @"\b(?:repeat|print|output)\s+(?:everything|all\s+(?:of\s+)?(?:the\s+)?(?:text|words))\s+(?:above|before)\b"),
        Sign(ValidationCodes.ChangesIdentity, "These words give a model an identity without rules.", ["you are now", "pretend", "act as", "roleplay", "role-play"],
            @"\b(?:you\s+are\s+now|pretend\s+(?:to\s+be|(?:that\s+)?you\s+are)|act\s+as|role-?play\s+as)\s+(?:(?:a|an|the|if|you|are|were|have|model|ai|assistant|called|named|being|with)\s+){0,6}(?:dan\b|unrestricted|unfiltered|uncensored|jailbroken|evil|no\s+(?:restrictions?|rules?|limits?|filters?|guidelines?)|without\s+(?:any\s+)?(?:restrictions?|rules?|limits?|filters?|guidelines?))"),
        Sign(ValidationCodes.ChangesIdentity, "These words name a known way around rules.", ["do anything now", "developer mode", "jailbreak", "god mode"],
            @"\b(?:do\s+anything\s+now|(?:enable|enter|activate|switch\s+to)\s+(?:developer|debug|god|jailbreak|admin)\s+mode|developer\s+mode\s+(?:enabled|on|activated)|jailbreak\s+mode)\b"),
        Sign(ValidationCodes.RoleMarks, "These marks are taken for the border of a message by some models.", ["<|", "[INST]", "[/INST]", "<<SYS>>", "<</SYS>>", "<start_of_turn>", "<end_of_turn>"],
            @"<\|(?:im_start|im_end|system|user|assistant|endoftext|eot_id|begin_of_text|start_header_id|end_header_id)\|>|\[/?INST\]|<</?SYS>>|<(?:start|end)_of_turn>"),
        Sign(ValidationCodes.RoleMarks, "This line looks like the head of a system message.", ["system"],
            @"(?:^|\n)\s{0,3}(?:#{1,6}\s*)?(?<v>(?:\[?system\]?|begin\s+system\s+(?:prompt|message)|end\s+of\s+(?:system\s+)?(?:prompt|instructions))\s*(?:message|prompt|override)?\s*:)"),
        Sign(ValidationCodes.SendsDataAway, "This image address carries data away when it is shown.", ["]("],
            @"!\[[^\]\n]{0,200}\]\(\s*https?://[^)\s]{1,300}[?&/=][^)\s]{0,300}(?:\{\{|\{%|\$\{|\[(?:data|secret|history|conversation|prompt)|<(?:data|secret|history|conversation|prompt))"),
        Sign(ValidationCodes.SendsDataAway, "These words send data away.", ["http", "@", "webhook"],
            @"\b(?:send|post|forward|upload|transmit|exfiltrate|email|leak)\s+(?:(?:all|the|this|these|any|every|user'?s?|your|their|its|entire|full|of|and)\s+){0,5}(?:conversation|chat(?:\s+history)?|history|secrets?|passwords?|credentials?|api\s+keys?|tokens?|prompts?|personal\s+data|data)\s+(?:\S+\s+){0,6}?(?:to\s+)(?:https?://|[A-Za-z0-9._%+-]{1,64}@|a\s+webhook|the\s+webhook)"),
        new(ValidationCodes.HiddenText, Severity.Warning, "Characters here hide text or turn its direction.", "remove them", [],
            "[\u202A-\u202E\u2066-\u2069\u200B\u2060-\u2064\u180E]+|(?:\uDB40[\uDC00-\uDC7F])+"),
    ];

    private static TextRule Sign(string code, string message, string[] anchors, string pattern) =>
        new(code, Severity.Info, message, Look, anchors, pattern, ignoreCase: true);
}
