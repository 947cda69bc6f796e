/// Official rules out of templates: clauses with placeholders, chosen by facts and by what the law
/// asks for. Pure.
@NullMarked
package org.wordborne.server.campaign.rules;

import org.jspecify.annotations.NullMarked;
