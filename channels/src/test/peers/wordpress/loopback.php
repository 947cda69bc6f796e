<?php
// Only for tests on loopback: guests may comment by REST, and one after another without a pause.
add_filter('rest_allow_anonymous_comments', '__return_true');
add_filter('pre_wp_mail', '__return_true');
remove_action('check_comment_flood', 'check_comment_flood_db');
remove_filter('check_comment_flood', 'check_comment_flood_db');
add_filter('wp_is_comment_flood', '__return_false', 99);
