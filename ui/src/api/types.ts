import type { components } from "./schema.d.ts";

/** The records of the server's API, named as there: what it answers, from its own description. */
type Schemas = components["schemas"];

export type SessionView = Schemas["SessionView"];
export type WorkspaceView = Schemas["WorkspaceView"];
export type Member = Schemas["Member"];
export type MembersView = Schemas["MembersView"];
export type Permission = SessionView["permissions"][number];
export type InvitationView = Schemas["InvitationView"];
export type InvitationsView = Schemas["InvitationsView"];
export type InvitationMade = Schemas["InvitationMade"];
export type InvitationShown = Schemas["InvitationShown"];
export type InvitationAccepted = Schemas["InvitationAccepted"];
export type OwnWorkspace = Schemas["OwnWorkspace"];
export type SampleOffer = Schemas["SampleOffer"];
export type AllClientsView = Schemas["AllClientsView"];
export type OwnSession = Schemas["OwnSession"];
export type OwnSessionsView = Schemas["OwnSessionsView"];
export type Doors = Schemas["Doors"];
export type SecondStepView = Schemas["SecondStep"];
export type PasskeyAsked = Schemas["PasskeyAsked"];
export type PasskeyWanted = Schemas["PasskeyWanted"];
export type PasskeyView = Schemas["PasskeyView"];
export type FactorsView = Schemas["FactorsView"];
export type FactorRuleView = Schemas["FactorRuleView"];
export type CodeOffer = Schemas["CodeOffer"];
export type RecoveryView = Schemas["RecoveryView"];
export type CompanyLink = Schemas["CompanyLink"];
export type CompanyEntered = Schemas["Entered"];
export type TokensView = Schemas["TokensView"];
export type TokenView = Schemas["TokenView"];
export type TokenMade = Schemas["TokenMade"];
export type Away = Schemas["Away"];
export type Role = Member["role"];
export type HooksOut = Schemas["HooksOutView"];
export type HookOut = Schemas["HookOutView"];
export type HookOutMade = Schemas["HookOutMade"];
export type HookLog = Schemas["HookLog"];
export type HookLine = Schemas["HookLogView"];

export type Sentiment = Schemas["SentimentView"]["label"];
export type Intent = Schemas["UnderstandingView"]["intents"][number];
export type Span = Schemas["MarkView"];
export type Why = Schemas["WhyView"];
export type Understanding = Schemas["UnderstandingView"];
export type MentionView = Schemas["MentionView"];
export type MentionsView = Schemas["MentionsView"];
export type AlikeView = Schemas["AlikeView"];
export type Facet = Schemas["FacetView"];
export type FacetName = keyof Schemas["Facets"];
export type HistogramPoint = Schemas["MoodPoint"];
export type HistogramView = Schemas["HistogramView"];
export type CorrectionSummary = Schemas["CorrectionSummary"];
export type NewWordsView = Schemas["NewWordsView"];

export type TopicView = Schemas["TopicView"];
export type TopicsView = Schemas["TopicsView"];
export type TopicVersion = Schemas["TopicVersion"];
export type TopicVersionsView = Schemas["TopicVersionsView"];
export type TopicPreviewView = Schemas["TopicPreviewView"];
export type TopicProposalView = Schemas["TopicProposalView"];
export type QueryFault = Schemas["QueryFault"];
export type Preset = TopicView["never"][number];

export type ChannelView = Schemas["ChannelView"];
export type ChannelsView = Schemas["ChannelsView"];
export type SourceView = Schemas["SourceView"];
export type SourcesView = Schemas["SourcesView"];
export type SourceMade = Schemas["SourceMade"];
export type SourceTestView = Schemas["SourceTestView"];
export type DiscoveryView = Schemas["DiscoveryView"];
export type ProposalsView = Schemas["ProposalsView"];
export type ProposalView = Schemas["ProposalView"];
export type DeclinedView = Schemas["DeclinedView"];

/** `word` is a key of the catalogue, `args` what its sentence names. */
export type Reason = Schemas["NeedReason"];
/** The id is null where a word came without any author. */
export type PersonRef = Schemas["PersonRef"];
export type ConversationRow = Schemas["ConversationRow"];
export type ConversationPage = Schemas["ConversationPage"];
export type ConversationView = Schemas["ConversationView"];
export type ConversationOf = Schemas["ConversationOf"];
export type ThreadEntry = Schemas["ThreadEntryView"];
export type ReplyView = Schemas["ReplyView"];
export type ReplyState = ReplyView["state"];
export type NoteView = Schemas["NoteView"];
/** `text` is to whom for assigned, the need for need-set; `until` is there for later. */
export type ActView = Schemas["ActView"];

export type Mood = Schemas["Mood"];
export type HandleView = Schemas["HandleView"];
/** Its `sentence` is null where the page composes one from the numbers, in the reader's language. */
export type PersonRow = Schemas["PersonRow"];
export type PersonView = Schemas["PersonView"];
export type PersonMentionsView = Schemas["PersonMentionsView"];
export type Deed = Schemas["TrustView"]["deed"];
export type PeoplePage = Schemas["PeoplePage"];
export type ToThank = Schemas["Praise"];
export type ToThankView = Schemas["ToThankView"];
export type ThanksView = Schemas["ThanksView"];
export type ThanksPage = Schemas["ThanksPage"];
export type ThankedView = Schemas["ThankedView"];
export type ThanksFairness = Schemas["ThanksFairness"];

export type NowView = Schemas["NowView"];
export type StatusView = Schemas["StatusView"];

export type PrivacyRequest = Schemas["PrivacyRequest"];
export type PrivacyRequests = Schemas["PrivacyRequests"];
export type FoundPeople = Schemas["FoundPeople"];
export type PersonHolding = Schemas["PersonHolding"];
export type BlockedPeople = Schemas["BlockedPeople"];
export type RetentionView = Schemas["RetentionView"];
export type RetentionPreview = Schemas["RetentionPreview"];
